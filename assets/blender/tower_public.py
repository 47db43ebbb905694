"""The tower's public rooms: the corridor of the trainee's storey with the lift, and the lobby on the ground."""
import furniture_kitchen as kit
import furniture_living as living
from houses import door_frame, gap, lamp, plate, pt, room
from part import Part

DADO, UPPER, TILE = '#c6cfc9', '#f3efe4', '#c9c6be'
STEEL = '#c3c8ca'
STAIR_FRAME = '#7d8587'


def flat_door(x, y, z, facing, signs, couplets, color='#7a4a35', mat_color='#7d3a30'):
    """A neighbour's steel door, shut, with good-luck sign, couplets, number and mat."""
    turn = 0 if facing == 's' else 180
    part = Part('neighbour_door', pt(x, y, z), (0, 0, turn), detail=0.9)
    dark, light = '#5a3527', '#8a563e'
    for side in (-1, 1):
        part.box((0.07, 0.07, 2.06), (side * 0.495, -0.02, 1.03), dark, 'gloss', 0.006, 1, cull='DUB')
    part.box((1.06, 0.07, 0.07), (0, -0.02, 2.095), dark, 'gloss', 0.006, 1, cull='B')
    part.box((0.92, 0.03, 2.05), (0, -0.012, 1.025), color, 'gloss', 0, cull='DULRB')
    for low, tall in ((0.14, 0.72), (1.0, 0.9)):
        part.box((0.68, 0.014, tall), (0, -0.033, low + tall / 2), light, 'gloss', 0.006, 1, cull='B')
        part.box((0.58, 0.014, tall - 0.1), (0, -0.042, low + tall / 2), color, 'gloss', 0.006, 1, cull='B')
    part.box((0.05, 0.016, 0.26), (0.39, -0.035, 1.02), '#c8a45c', 'gloss', 0.004, 1, cull='B')
    part.rail([(0.39, -0.04, 1.06), (0.39, -0.09, 1.06), (0.27, -0.09, 1.06)], 0.011, '#c8a45c', 'gloss', 6, 0.02)
    part.cyl(0.016, 0.008, (0, -0.052, 1.52), '#c8a45c', 'gloss', 0, 10, rot=(90, 0, 0))
    part.quad(0.3, 0.3, (0, -0.054, 1.22), (0, 45, 0), uv=signs['fu'])
    left, right = couplets
    part.quad(0.17, 1.2, (-0.68, -0.004, 1.28), uv=signs[left])
    part.quad(0.17, 1.2, (0.68, -0.004, 1.28), uv=signs[right])
    part.quad(0.6, 0.162, (0, -0.004, 2.24), uv=signs['banner'])
    part.box((0.72, 0.42, 0.012), (0, -0.3, 0.006), mat_color, 'matte', 0.005, 1, cull='D')
    part.done()


def strip_light(x, y, z, length=1.2, along='x'):
    part = Part('strip_light', pt(x, y, z), (0, 0, 0 if along == 'x' else 90), detail=0.6)
    part.box((length, 0.3, 0.03), (0, 0, -0.015), '#eef0ee', 'gloss', 0.006, 1, cull='U')
    part.box((length - 0.08, 0.22, 0.012), (0, 0, -0.035), '#f4fbff', 'emit', 0, cull='U')
    part.done()


def hydrant(x, y, z, facing, signs):
    turn = 180 if facing == 'n' else 0
    part = Part('hydrant', pt(x, y, z), (0, 0, turn))
    part.box((0.78, 0.14, 0.82), (0, -0.07, 1.12), '#c8241f', 'gloss', 0.01, 1, cull='B')
    part.quad(0.7, 0.7, (0, -0.1445, 1.14), uv=signs['hydrant'])
    part.box((0.03, 0.02, 0.12), (0.31, -0.15, 1.1), '#d6d2c8', 'gloss', 0.004, 1)
    part.box((0.46, 0.2, 0.3), (0, -0.1, 0.15), '#b5281f', 'gloss', 0.01, 1, cull='BD')
    part.quad(0.17, 0.23, (0, -0.2045, 0.15), uv=signs['ext_sign'])
    part.done()


def meter_box(x, y, z, facing, signs):
    turn = 180 if facing == 'n' else 0
    part = Part('meter_box', pt(x, y, z), (0, 0, turn))
    part.box((0.62, 0.12, 0.86), (0, -0.06, 1.35), '#b9c0c0', 'gloss', 0.008, 1, cull='B')
    part.box((0.54, 0.012, 0.78), (0, -0.122, 1.35), '#c6cccb', 'gloss', 0.006, 1, cull='B')
    for i in range(3):
        part.box((0.12, 0.012, 0.1), ((i - 1) * 0.16, -0.129, 1.6), '#3a474c', 'gloss', 0, cull='B')
    part.quad(0.2, 0.227, (0, -0.1295, 1.22), uv=signs['meter'])
    part.done()


def lift_front(y, signs, shut=False):
    """Steel surround of the lift at x 0.2 in the wall z = 5.6, its display and notice; shut: with leaves (the lobby's)."""
    part = Part('lift_front', pt(0.2, y, 5.6), (0, 0, 180), detail=0.9)
    for side in (-1, 1):
        part.box((0.14, 0.05, 2.1), (side * 0.57, -0.015, 1.05), STEEL, 'gloss', 0.004, 1, cull='DUB')
    part.box((1.28, 0.05, 0.2), (0, -0.015, 2.2), STEEL, 'gloss', 0.004, 1, cull='B')
    part.box((0.3, 0.02, 0.1), (0, -0.045, 2.2), '#14181b', 'gloss', 0.003, 1, cull='B')
    part.box((0.05, 0.004, 0.05), (-0.05, -0.056, 2.2), '#ff7a3a', 'emit', 0, cull='B')
    part.quad(0.26, 0.337, (-0.85, -0.004, 1.5), uv=signs['lift_notice'])
    if shut:
        for side in (-1, 1):
            part.box((0.498, 0.02, 2.1), (side * 0.25, 0.03, 1.05), '#b6bcbf', 'gloss', 0, cull='DULRB')
            part.box((0.03, 0.08, 2.1), (side * 0.5, 0.03, 1.05), STEEL, 'gloss', 0, cull='DUB')
        part.box((0.1, 0.02, 0.18), (-0.8, -0.01, 1.12), '#d6dadb', 'gloss', 0.004, 1, cull='B')
        part.cyl(0.018, 0.01, (-0.8, -0.024, 1.12), '#ffd9a0', 'emit', 0, 12, rot=(90, 0, 0))
    part.done()


def corridor(signs):
    bands = [(0, 1.15, DADO, 'matte'), (1.15, 2.5, UPPER, 'matte')]
    room((-8, 0, 4.0), (8, 2.5, 5.6), bands, {'n': [gap(0.2, 0.9, 2.05)], 's': [gap(0.2, 1.0, 2.1), gap(-6.7, 1.0, 2.1), gap(6.7, 1.0, 2.1)]},
         TILE, '#f2f1ea', skirting='#7d8587', thick=0.1, detail=0.9)
    for x in (-6.7, 6.7):
        door_frame(x, 0, 5.7, 1.0, 2.1, 'x', STAIR_FRAME, '#8d8478')
    lift_front(0, signs)
    for x in (-6.4, -3.2, 0.2, 3.4, 6.6):
        if x == 0.2:  # the alarm hangs there
            continue
        strip_light(x, 2.5, 4.8)
    strip_light(-1.4, 2.5, 4.8)
    strip_light(1.8, 2.5, 4.8)
    flat_door(-4.6, 0, 4.0, 's', signs, ('couplet_c', 'couplet_d'))
    flat_door(4.9, 0, 4.0, 's', signs, ('couplet_a', 'couplet_b'), '#6a4336', '#5a6f5f')
    flat_door(-3.3, 0, 5.6, 'n', signs, ('couplet_a', 'couplet_b'), '#704634')
    flat_door(3.9, 0, 5.6, 'n', signs, ('couplet_c', 'couplet_d'), '#7a4a35', '#6f5a3a')
    hydrant(2.15, 0, 5.6, 'n', signs)
    meter_box(-1.75, 0, 5.6, 'n', signs)
    part = Part('corridor_things')
    # the trainee's own door: couplets, number and mat outside
    for x, word in ((-0.5, 'couplet_b'), (0.9, 'couplet_a')):
        plate(part, 0.17, 0.85, (x, 1.45, 4.004), 's', signs[word])
    plate(part, 0.6, 0.162, (0.2, 2.27, 4.004), 's', signs['banner'])
    part.box((0.72, 0.42, 0.012), pt(0.2, 0.006, 4.3), '#8a3f33', 'matte', 0.005, 1, cull='D')
    plate(part, 0.4, 0.543, (1.75, 1.5, 4.004), 's', signs['no_bikes'])
    plate(part, 0.34, 0.46, (-5.75, 1.5, 5.597), 'n', signs['no_bikes'])
    plate(part, 0.34, 0.46, (5.75, 1.5, 5.597), 'n', signs['notice'])
    plate(part, 0.5, 0.361, (-1.5, 1.5, 4.004), 's', signs['plan'])
    plate(part, 0.3, 0.407, (-2.2, 1.5, 4.004), 's', signs['notice2'])
    for x, word in ((-7.55, 'stair_a'), (7.55, 'stair_b')):
        plate(part, 0.36, 0.18, (x, 1.9, 5.597), 'n', signs[word])
    plate(part, 0.36, 0.18, (1.15, 1.9, 5.597), 'n', signs['lift_way'])
    for x in (-5.9, 6.2):
        part.lathe([(0, 0), (0.12, 0), (0.13, 0.02), (0.17, 0.3), (0.175, 0.32), (0.15, 0.32), (0.14, 0.28), (0, 0.28)], pt(x, 0, 4.22), '#7f5a44', 'gloss', 18)
    part.done()
    kit.plant(pt(-5.9, 0.2, 4.22), 2.4, 4, '#7f5a44', 9)
    kit.plant(pt(6.2, 0.2, 4.22), 2.1, 8, '#7f5a44', 9)


STOREYS = (3, 11, 18)
PLATES = ['storey-%d' % storey for storey in STOREYS]
#: of the doors' numbers: x, z, facing, flat
NUMBERS = ((-3.92, 4.004, 's', 1), (0.9, 4.004, 's', 2), (5.58, 4.004, 's', 3), (3.22, 5.596, 'n', 4), (-3.98, 5.596, 'n', 5))


def numbers(storey, signs):
    """What tells a storey: its plates in the corridor and on the landings, the numbers of its flats. The stage shows one storey's."""
    part = Part('numbers')
    for x, z, facing, flat in NUMBERS:
        plate(part, 0.17, 0.098, (x, 2.04, z), facing, signs['room_%d0%d' % (storey, flat)])
    plate(part, 0.36, 0.36, (-0.85, 2.0, 5.596), 'n', signs['floor_%d' % storey])
    plate(part, 0.36, 0.36, (-0.85, -4.0, 5.596), 'n', signs['floor_1'])
    for way in (-1, 1):
        for y, floor in ((0, storey), (-3, storey - 1), (3, storey + 1), (-6, 1)):
            plate(part, 0.42, 0.42, (way * 7.994, y + 1.75, 6.1), 'e' if way < 0 else 'w', signs['floor_%d' % floor])
    part.done()


def lift_car(signs):
    room((-0.9, 0, 5.8), (1.3, 2.4, 7.6), [(0, 2.4, STEEL, 'gloss')], {'n': [gap(0.2, 1.0, 2.1)]}, '#8f8a80', '#e4e7e7', floor_mat='floor',
         skirting='#7d8587', thick=0.02, detail=None)
    part = Part('lift_car')
    part.box((1.6, 1.2, 0.03), pt(0.2, 2.385, 6.7), '#eef1f1', 'gloss', 0.006, 1, cull='U')
    part.box((1.4, 1.0, 0.012), pt(0.2, 2.364, 6.7), '#fbfdff', 'emit', 0, cull='U')
    for points in ([(-0.8, 0.9, 7.52), (1.2, 0.9, 7.52)], [(-0.84, 0.9, 6.1), (-0.84, 0.9, 7.4)]):
        part.rail([pt(*p) for p in points], 0.018, '#d6dadb', 'gloss', 8)
    for x in (-0.35, 0.75):
        part.box((0.012, 0.004, 2.3), pt(x, 1.2, 7.597), '#9aa1a4', 'gloss', 0, cull='F')
    plate(part, 0.3, 0.72, (1.29, 1.25, 6.15), 'w', signs['lift_panel'])
    plate(part, 0.3, 0.389, (-0.896, 1.6, 6.7), 'e', signs['lift_notice'])
    plate(part, 0.36, 0.489, (0.2, 1.62, 7.596), 'n', signs['no_bikes'])
    # sill between car and corridor
    part.box((1.0, 0.2, 0.02), pt(0.2, -0.006, 5.7), '#9aa1a4', 'gloss', 0, cull='DLRFB')
    for side in (-1, 1):
        part.box((0.03, 0.2, 2.1), pt(0.2 + side * 0.516, 1.05, 5.7), '#9aa1a4', 'gloss', 0, cull='DU')
    part.done()


def lobby(signs):
    y, top = -6, -3.4
    bands = [(y, y + 1.2, '#d3cbbb', 'matte'), (y + 1.2, top, UPPER, 'matte')]
    room((-8, y, 4.0), (8, top, 5.6), bands, {'s': [gap(-6.7, 1.0, 2.1, y), gap(6.7, 1.0, 2.1, y)], 'w': [gap(4.8, 1.4, 2.2, y)]},
         '#d8d0c2', '#f4f2ea', skirting='#8a7a66', thick=0.1, detail=0.9)
    for x in (-6.7, 6.7):
        door_frame(x, y, 5.7, 1.0, 2.1, 'x', STAIR_FRAME, '#8d8478')
    lift_front(y, signs, shut=True)
    for x in (-6.4, -3.2, -0.6, 2.4, 5.6):
        strip_light(x, top, 4.8)
    boxes = Part('letter_boxes', pt(-1.2, y, 4.0))
    boxes.box((2.0, 0.2, 1.0), (0, -0.1, 1.3), '#8fa6a3', 'gloss', 0.008, 1, cull='B')
    for row in range(5):
        for column in range(10):
            boxes.box((0.18, 0.012, 0.17), ((column - 4.5) * 0.194, -0.203, 0.91 + row * 0.193), '#a9bdba' if (row + column) % 7 else '#c9b48a', 'gloss', 0, cull='B')
            boxes.box((0.1, 0.006, 0.014), ((column - 4.5) * 0.194, -0.21, 0.95 + row * 0.193), '#3f4f50', 'gloss', 0, cull='BLRDU')
    boxes.quad(0.4, 0.16, (0, -0.003, 1.95), uv=signs['letters'])
    boxes.done()
    board = Part('notice_board', pt(3.0, y, 4.0))
    board.box((1.8, 0.04, 1.1), (0, -0.02, 1.5), '#8a5a33', 'matte', 0.006, 1, cull='B')
    board.box((1.7, 0.006, 1.0), (0, -0.042, 1.5), '#c9a97a', 'matte', 0, cull='B')
    for x, z, word, wide, tall, lean in ((-0.6, 1.62, 'board_a', 0.36, 0.456, 2), (-0.15, 1.55, 'board_b', 0.36, 0.456, -2), (0.3, 1.6, 'board_c', 0.36, 0.456, 1),
                                         (0.66, 1.45, 'notice2', 0.26, 0.353, -3), (-0.62, 1.2, 'plan', 0.3, 0.217, 0)):
        board.quad(wide, tall, (x, -0.047, z), (0, lean, 0), uv=signs[word])
    board.done()
    part = Part('lobby_things')
    plate(part, 0.62, 0.841, (-3.0, y + 1.6, 5.597), 'n', signs['no_bikes'])
    plate(part, 0.5, 0.678, (-4.3, y + 1.55, 5.597), 'n', signs['notice'])
    plate(part, 0.4, 0.543, (-3.0, y + 1.55, 4.004), 's', signs['no_bikes'])
    plate(part, 0.5, 0.361, (5.4, y + 1.5, 5.597), 'n', signs['plan'])
    plate(part, 0.36, 0.18, (1.15, y + 1.9, 5.597), 'n', signs['lift_way'])
    for x, word in ((-7.55, 'stair_a'), (7.55, 'stair_b')):
        plate(part, 0.36, 0.18, (x, y + 1.9, 5.597), 'n', signs[word])
    # the socket that tempts riders
    part.box((0.12, 0.02, 0.09), pt(-3.7, y + 0.35, 5.59), '#f4f2ec', 'gloss', 0.004, 1, cull='F')
    part.box((1.1, 0.34, 0.05), pt(5.6, y + 0.46, 4.3), '#ffffff', 'floor', 0.01, 1)
    for x in (5.15, 6.05):
        part.box((0.06, 0.3, 0.44), pt(x, y + 0.22, 4.3), '#5f6f74', 'gloss', 0.006, 1, cull='DU')
    part.done()
    hydrant(2.4, y, 5.6, 'n', signs)
    meter_box(-1.7, y, 5.6, 'n', signs)
    kit.plant(pt(1.4, y, 4.3), 3.0, 11, '#8a4a36', 11)
    kit.plant(pt(-5.3, y, 4.26), 2.6, 6, '#3f7f9a', 10)
    living.rug(pt(-7.1, y, 4.8), 1.3, 0.95, '#6f7a70', '#c9c2b0')


def lamps():
    cool = (0.88, 0.95, 1)
    for x in (-6.4, -3.2, -1.4, 1.8, 3.4, 6.6):
        lamp(['corridor', *PLATES], 'AREA', (x, 2.42, 4.8), 15, cool, shape='RECTANGLE', size=1.1, size_y=0.24)
    lamp(['corridor'], 'AREA', (0.2, 2.33, 6.7), 30, (1, 0.98, 0.95), shape='RECTANGLE', size=1.4, size_y=1.0)
    for x in (-6.4, -3.2, -0.6, 2.4, 5.6):
        lamp(['lobby', *PLATES], 'AREA', (x, -3.48, 4.8), 17, (1, 0.95, 0.87), shape='RECTANGLE', size=1.1, size_y=0.24)
