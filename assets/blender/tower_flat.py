"""The trainee's flat on the tower's storey: living room, bedroom, bathroom, kitchen, child's room, as tower.yaml lays it out."""
import math
import architecture as arch
import furniture_kitchen as kit
import furniture_living as living
import furniture_tower as furniture
from houses import door_frame, gap, lamp, plate, pt, room, window
from part import Part

WALL, SAGE, BLUE, PEACH = '#f3e9d8', '#c3d0bd', '#c9d6dc', '#f2dcc6'
FRAME = '#d9bd96'
OAK, TILE = '#fff4e4', '#f4efe6'


def shell():
    door = {'bedroom': gap(-1.0, 0.8, 2.05), 'bathroom': gap(1.0, 0.7, 2.05), 'kitchen': gap(-1.4, 0.8, 2.05), 'child': gap(1.8, 0.8, 2.05)}
    paint = lambda color, top=2.7: [(0, top, color, 'matte')]
    room((-1.9, 0, -3.4), (2.5, 2.7, 3.8), {'n': paint(SAGE), 'e': paint(WALL), 's': paint(WALL), 'w': paint(WALL)},
         {'n': [gap(0.3, 1.6, 2.2, sill=0.9)], 's': [gap(0.2, 0.9, 2.05)], 'w': [door['bedroom'], door['bathroom']],
          'e': [door['kitchen'], door['child']]}, OAK, floor_mat='wood', thick=0.1, detail=None)
    room((-5.0, 0, -3.4), (-2.1, 2.7, 0), {'n': paint(BLUE), 'e': paint(WALL), 's': paint(WALL), 'w': paint(BLUE)},
         {'n': [gap(-3.5, 1.2, 2.2, sill=0.9)], 'e': [door['bedroom']]}, OAK, floor_mat='wood', thick=0.1, detail=None)
    room((-5.0, 0, 0.2), (-2.1, 2.5, 1.9), [(0, 2.5, '#f2f4ef', 'wtile')], {'e': [door['bathroom']]}, '#cfd8d6', skirting=None, thick=0.1, detail=None)
    room((2.7, 0, -3.4), (5.0, 2.6, -0.4), [(0, 2.6, '#f6ecda', 'wtile')], {'w': [door['kitchen']], 'e': [gap(-2.65, 0.8, 2.1, sill=1.1)]}, TILE,
         skirting=None, thick=0.1, detail=None)
    room((2.7, 0, -0.2), (5.0, 2.7, 3.8), {'n': paint(PEACH), 'e': paint(PEACH), 's': paint(WALL), 'w': paint(WALL)},
         {'w': [door['child']], 'e': [gap(1.2, 1.0, 2.2, sill=0.9)]}, OAK, floor_mat='wood', thick=0.1, detail=None)
    for x, z, wide in ((-2.0, -1.0, 0.8), (-2.0, 1.0, 0.7), (2.6, -1.4, 0.8), (2.6, 1.8, 0.8)):
        door_frame(x, 0, z, wide, 2.05, 'z', FRAME, '#c9a878')
    door_frame(0.2, 0, 3.9, 0.9, 2.05, 'x', '#6d4231', '#8d8478')
    for x, y, z, wide, tall, axis, out in ((0.3, 1.55, -3.5, 1.6, 1.3, 'x', -1), (-3.5, 1.55, -3.5, 1.2, 1.3, 'x', -1), (5.1, 1.6, -2.65, 0.8, 1.0, 'z', 1),
                                           (5.1, 1.55, 1.2, 1.0, 1.3, 'z', 1)):
        window(x, y, z, wide, tall, axis, out, '#d8d3c6', glass=False, sashes=False)
    cornice((-1.9, -3.4), (2.5, 3.8), 2.7)
    cornice((-5.0, -3.4), (-2.1, 0), 2.7)
    cornice((2.7, -0.2), (5.0, 3.8), 2.7)


def cornice(low, high, y, color='#fbf6ea'):
    (x0, z0), (x1, z1) = low, high
    part = Part('cornice', detail=0.5)
    x, z = (x0 + x1) / 2, (z0 + z1) / 2
    for zz, side in ((z0, 'B'), (z1, 'F')):
        part.box((x1 - x0, 0.05, 0.08), pt(x, y - 0.03, zz + (0.024 if zz == z0 else -0.024)), color, 'matte', 0.012, 1, cull='ULR' + side)
    for xx, side in ((x0, 'L'), (x1, 'R')):
        part.box((0.05, z1 - z0, 0.08), pt(xx + (0.024 if xx == x0 else -0.024), y - 0.03, z), color, 'matte', 0.012, 1, cull='UFB' + side)
    return part.done()


def curtains(x, z, y, length, wide, color, axis='x', low=0.08):
    """A pair of curtains on a rod before a window at the north (axis x) or the east (axis z)."""
    turn = 0 if axis == 'x' else -90
    at = lambda along: pt(x + along, 0, z) if axis == 'x' else pt(x, 0, z + along)
    arch.curtain(at(-length / 2 + 0.04), wide, low, y - 0.02, color, turn)
    arch.curtain(at(length / 2 - 0.04 - wide), wide, low, y - 0.02, color, turn)
    rod = at(0)
    arch.curtain_rod((rod[0], rod[1], y), length, turn)


def living_room(signs):
    living.sofa(pt(-1.9, 0, -2.5), 90, 1.76, 0.85, '#c08f63', ('#3f8c86', '#e3a248'), 5)
    living.low_table(pt(-0.2, 0, -1.9), 0.78, 0.98)
    furniture.tea(pt(-0.22, 0.45, -2.08))
    living.rug(pt(-0.3, 0, -1.9), 1.75, 1.6, '#b5604a')
    furniture.television(pt(2.5, 0, -2.7), -90, 1.0, signs)
    kit.table(pt(1.75, 0, 0.75), 0.88, 0.88, 0.76)
    kit.chair('chair', pt(1.32, 0, 0.72), 90, '#e3a248', fine=3)
    kit.chair('chair', pt(1.76, 0, 0.34), 4, '#3f8c86', fine=3)
    kit.chair('chair', pt(1.72, 0, 1.18), 180, '#d8603c', fine=3)
    furniture.pendant(1.75, 2.7, 0.75, 0.85, '#e0a24a')
    living.shoe_cabinet(pt(-1.9, 0, 3.35), 90, 0.88, 0.36)
    living.air_conditioner(pt(1.95, 2.36, -3.4), 0)
    furniture.curio(pt(-1.9, 0, 2.15), 90)
    curtains(0.3, -3.3, 2.4, 2.3, 0.34, '#d99a6c')
    kit.plant(pt(1.5, 0, -3.1), 2.8, 3, '#b5653f', 15)
    kit.plant(pt(2.25, 0, 3.5), 2.6, 9, '#3f7f9a', 14)
    furniture.ceiling_lamp(0.3, 2.7, -1.75, 0.34)
    furniture.ceiling_lamp(0.2, 2.7, 2.75, 0.17)
    part = Part('living_things')
    living.picture(part, pt(-1.9, 1.62, -2.5), 90, 0.98, 0.275, signs['poem'])
    living.picture(part, pt(2.5, 1.55, 0.3), -90, 0.46, 0.345, signs['family'])
    living.picture(part, pt(2.5, 1.42, 0.92), -90, 0.3, 0.225, signs['art'])
    plate(part, 0.27, 0.343, (-1.897, 1.5, 1.95), 'e', signs['calendar'])
    plate(part, 0.3, 0.407, (2.497, 1.5, 3.0), 'w', signs['notice2'])
    living.picture(part, pt(1.6, 1.55, 3.8), 180, 0.6, 0.45, signs['art'], '#b9834f')
    part.cyl(0.15, 0.03, pt(-1.884, 1.98, 0.05), '#b9834f', 'gloss', 0.01, 28, rot=(0, 90, 0))
    part.disc(0.132, pt(-1.867, 1.98, 0.05), (0, 0, 90), uv=signs['clock'])
    # a narrow console with a vase between the doors of bedroom and bathroom; coat hooks and a mat by the entrance
    part.box((0.24, 0.7, 0.03), pt(-1.78, 0.8, 0.03), '#ffffff', 'wood', 0.006, 1, cull='L')
    for z in (-0.28, 0.34):
        part.box((0.2, 0.03, 0.785), pt(-1.79, 0.393, z), '#8a5a33', 'matte', 0.004, 1, cull='DU')
    part.lathe([(0, 0), (0.045, 0), (0.075, 0.06), (0.066, 0.14), (0.03, 0.2), (0.036, 0.24), (0.03, 0.24), (0, 0.18)], pt(-1.78, 0.815, 0.2), '#3f7f9a', 'gloss', 18)
    for i in range(5):
        a = i * 1.26
        part.tube([pt(-1.78, 1.0, 0.2), pt(-1.78 + 0.05 * math.cos(a), 1.2, 0.2 + 0.05 * math.sin(a)), pt(-1.78 + 0.1 * math.cos(a), 1.32 + 0.03 * (i % 3), 0.2 + 0.1 * math.sin(a))],
                  0.004, '#6a8a4f', 'matte', 4, 3)
        part.pillow((0.05, 0.05, 0.05), pt(-1.78 + 0.1 * math.cos(a), 1.34 + 0.03 * (i % 3), 0.2 + 0.1 * math.sin(a)), '#e8a0a8', 'matte', power=2, n=2)
    part.box((0.5, 0.03, 0.08), pt(-0.85, 1.72, 3.785), '#8a5a33', 'matte', 0.006, 1, cull='B')
    for i, color in enumerate(('#5f7f95', '#c8674a', '#e3c27a')):
        x = -1.03 + i * 0.18
        part.rail([pt(x, 1.72, 3.77), pt(x, 1.72, 3.71), pt(x, 1.76, 3.69)], 0.008, '#cdb27a', 'metal', 5, 0.02)
        part.pillow((0.17, 0.1, 0.62 - 0.1 * i), pt(x, 1.42 + 0.05 * i, 3.72), color, 'matte', n=4, power=4)
    part.box((0.8, 0.48, 0.014), pt(0.2, 0.007, 3.46), '#7a4a3a', 'matte', 0.005, 1, cull='D')
    part.box((0.7, 0.38, 0.003), pt(0.2, 0.0155, 3.46), '#9c6650', 'matte', 0, cull='D')
    for x, y, z, side in ((0.95, 1.3, 3.796, 's'), (2.496, 1.3, -0.75, 'e'), (-1.896, 1.3, -0.42, 'w')):
        size = (0.088, 0.01, 0.088) if side == 's' else (0.01, 0.088, 0.088)
        part.box(size, pt(x, y, z), '#f4f2ec', 'gloss', 0.003, 1, cull={'s': 'F', 'e': 'R', 'w': 'L'}[side])
    part.done()
    bowl = Part('fruit', pt(1.85, 0.76, 0.9))
    kit.bowl(bowl, (0, 0, 0), 0.11, '#f0e6d2', 20)
    for i in range(5):
        a = i * 1.26
        bowl.pillow((0.07, 0.07, 0.065), (0.045 * math.cos(a), 0.045 * math.sin(a), 0.085), ['#e9a23b', '#d8603c', '#e9a23b', '#c8402c', '#9ab84a'][i], 'gloss', power=2, n=4)
    bowl.done()


def bedroom(signs):
    furniture.bed(-5.0, -3.7, -3.2, -1.2)
    furniture.chest(pt(-3.7, 0, -1.275), 90, 0.64, 0.3, 0.56)
    furniture.wardrobe(pt(-2.1, 0, -2.8), -90, 1.2, 0.58)
    furniture.chest(pt(-2.1, 0, -1.975), -90, 0.44, 0.44, 0.93, 4)
    curtains(-3.5, -3.3, 2.4, 1.76, 0.26, '#7f9fb5')
    furniture.wall_lamp(-5.0, 1.3, -2.9, 90)
    furniture.ceiling_lamp(-3.4, 2.7, -1.6, 0.26)
    living.rug(pt(-3.05, 0, -1.9), 0.9, 1.5, '#5f7f95')
    part = Part('bedroom_things')
    living.picture(part, pt(-5.0, 1.6, -2.0), 90, 0.72, 0.54, signs['art'])
    living.picture(part, pt(-3.5, 1.55, 0), 180, 0.5, 0.375, signs['family'])
    part.box((0.088, 0.01, 0.088), pt(-2.9, 1.3, -0.005), '#f4f2ec', 'gloss', 0.003, 1, cull='F')
    part.done()
    kit.plant(pt(-4.75, 0, -0.35), 2.4, 12, '#c9754f', 13)


def kitchen(signs):
    furniture.kitchen_run()
    fridge = kit.fridge(pt(3.03, 0, -3.38), FRIDGE_NOTES(signs))
    fridge.scale = (0.94, 0.94, 0.98)
    part = Part('kitchen_things')
    part.box((1.1, 0.32, 0.06), pt(3.85, 2.575, -1.9), '#f3f2ee', 'gloss', 0.008, 1, cull='U')
    part.box((1.02, 0.25, 0.02), pt(3.85, 2.54, -1.9), '#fff6e4', 'emit', 0, cull='U')
    for i, (x, color) in enumerate(((-0.14, '#d8603c'), (-0.02, '#3f8c86'), (0.1, '#c9ced0'))):
        part.rail([pt(2.71, 1.72, -0.72 + x), pt(2.76, 1.72, -0.72 + x)], 0.006, '#c9ced0', 'metal', 5)
        part.box((0.02, 0.05, 0.26), pt(2.75, 1.57, -0.72 + x), color, 'gloss', 0.006, 1)
    plate(part, 0.24, 0.18, (3.6, 1.6, -0.403), 'n', signs['art'])
    part.lathe([(0, 0), (0.11, 0), (0.115, 0.006), (0.14, 0.33), (0.142, 0.35), (0.03, 0.37), (0, 0.372)], pt(2.9, 0, -0.62), '#8fb0bd', 'gloss', 20)
    part.done()


def FRIDGE_NOTES(signs):
    return {'note1': signs['board_c'], 'note2': signs['crayon']}


def child_room(signs):
    furniture.bed(3.9, 5.0, 2.0, 3.8, '#e9a23b', pillows=1, head='#7fa3a0', flip=True)
    furniture.desk(pt(3.15, 0, 3.8), 180, 0.9, 0.58)
    kit.chair('chair', pt(3.2, 0, 3.12), 0, '#e3a248', fine=3)
    furniture.bookshelf(pt(3.5, 0, -0.2), 0)
    curtains(4.9, 1.2, 2.4, 1.6, 0.25, '#e8b06a', 'z', 0.75)
    furniture.ceiling_lamp(3.8, 2.7, 1.6, 0.24, '#fff2da')
    living.rug(pt(3.75, 0, 1.1), 1.2, 1.0, '#3f8c86', '#f6e7c8')
    part = Part('child_things')
    living.picture(part, pt(5.0, 1.55, 2.9), -90, 0.62, 0.393, signs['alphabet'], '#e3a248')
    plate(part, 0.4, 0.31, (3.0, 1.5, 3.797), 'n', signs['crayon'])
    plate(part, 0.3, 0.23, (3.48, 1.62, 3.797), 'n', signs['art'])
    plate(part, 0.34, 0.46, (2.703, 1.5, 0.6), 'e', signs['notice'])
    for i in range(5):
        part.box((0.11, 0.11, 0.11), pt(4.55 + 0.13 * (i % 2), 0.055 + 0.11 * (i // 2), 0.05 + 0.04 * (i // 2)), ['#d8603c', '#3f8c86', '#e9c46a', '#3f78b0', '#5f9a54'][i], 'gloss', 0.01, 1,
                 rot=(0, 0, 12 * i))
    part.done()


def lamps():
    warm, evening = (1, 0.90, 0.74), (0.60, 0.74, 1)
    flat = ['flat']
    lamp(flat, 'AREA', (0.3, 2.6, -1.75), 72, warm, shape='DISK', size=0.9)
    lamp(flat, 'AREA', (1.75, 1.83, 0.75), 26, (1, 0.84, 0.62), shape='DISK', size=0.34)
    lamp(flat, 'AREA', (0.2, 2.62, 2.6), 36, warm, shape='DISK', size=0.6)
    lamp(flat, 'AREA', (0.3, 1.75, -4.5), 62, evening, (-90, 0, 0), shape='RECTANGLE', size=2.4, size_y=1.9)
    lamp(flat, 'AREA', (-3.4, 2.6, -1.6), 44, warm, shape='DISK', size=0.5)
    lamp(flat, 'AREA', (-4.86, 1.5, -2.9), 3.5, (1, 0.72, 0.42), (0, -40, 0), shape='DISK', size=0.16)
    lamp(flat, 'AREA', (-3.5, 1.75, -4.5), 52, evening, (-90, 0, 0), shape='RECTANGLE', size=2.0, size_y=1.9)
    lamp(flat, 'AREA', (-3.5, 2.4, 1.0), 26, (1, 0.96, 0.9), shape='RECTANGLE', size=1.2, size_y=0.5)
    lamp(flat, 'AREA', (3.85, 2.5, -1.9), 46, (1, 0.96, 0.88), shape='RECTANGLE', size=1.0, size_y=0.3)
    lamp(flat, 'AREA', (6.0, 1.75, -2.65), 24, evening, (0, 90, 0), shape='RECTANGLE', size=1.6, size_y=1.4)
    lamp(flat, 'AREA', (3.8, 2.6, 1.6), 40, warm, shape='DISK', size=0.45)
    lamp(flat, 'AREA', (6.0, 1.75, 1.2), 44, evening, (0, 90, 0), shape='RECTANGLE', size=1.9, size_y=1.8)


def build(signs):
    shell()
    living_room(signs)
    bedroom(signs)
    furniture.bathroom(signs)
    kitchen(signs)
    child_room(signs)
    ceiling = Part('bathroom_lamp')
    ceiling.box((0.9, 0.3, 0.03), pt(-3.4, 2.485, 1.0), '#fff6e6', 'emit', 0.006, 1, cull='U')
    ceiling.done()
