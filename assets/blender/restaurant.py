"""A Yunnan restaurant at noon: hall, vestibule to the street, private room, toilets, kitchen, back passage and yard; see scenarios/fire-escape/restaurant.yaml."""
import math
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bake
import furniture_living as living
import furniture_restaurant as fit
import houses
from decals import signs
from furniture_restaurant import DARK, GOLD, RED, STEEL, WARM
from houses import door_frame, gap, plate, pt, room, slab, skirt, wall, window
from materials import mix_hex, reset_scene
from part import Part

CREAM, PANEL, TILE_FLOOR, GREY_FLOOR = '#f5ead4', '#c29468', '#e2c8aa', '#dcdfdd'
FACADE, BASE = '#e8d8bb', '#8d7a66'
SIGNS = signs('restaurant')
TABLES = [(-4.3, -2.5, True), (-1.2, -2.5, False), (2.1, -2.5, True), (-4.3, 1.0, False), (-1.2, 1.0, True), (2.1, 1.0, True)]
DOOR_1, FRONT_GLASS = gap(-3.5, 1.6, 2.2), [gap(-4.9, 0.7, 2.2, sill=0.3), gap(-2.1, 0.7, 2.2, sill=0.3)]
STREET_WINDOW, KITCHEN_WINDOW = gap(4.3, 2.6, 2.35, sill=0.85), gap(-0.75, 1.1, 2.0, sill=1.0)


# ------------------------------------------------------------------- hall
def hall():
    bands = [(0, 0.95, PANEL, 'wood'), (0.95, 3.0, CREAM, 'matte')]
    holes = {'e': [gap(-2.0, 0.9, 2.05), gap(2.6, 1.4, 2.1), KITCHEN_WINDOW], 's': [DOOR_1, *FRONT_GLASS, STREET_WINDOW],
             'w': [gap(-2.3, 0.9, 2.05), gap(2.4, 0.9, 2.05)]}
    room((-6, 0, -4), (6, 3.0, 4), bands, holes, TILE_FLOOR, '#f8f1e2', skirting=DARK)
    for side, ends in {'n': ((-6, -4), (6, -4)), 'e': ((6, -4), (6, 4)), 's': ((6, 4), (-6, 4)), 'w': ((-6, 4), (-6, -4))}.items():
        skirt(*ends, [h for h in holes.get(side, []) if h[1] < 0.95], 0.93, DARK, 0.06)
    timber()
    vestibule()
    for i, (x, z, round_) in enumerate(TABLES):
        fit.table(pt(x, 0, z), 15 * i if round_ else 0, round_, 6 if round_ else 4, 1.24 if round_ else 1.0, i + 1, RED if round_ else WARM)
        fit.pendant(pt(x, 3.0, z), 1.05)
    fit.counter(pt(1.1, 0, 3.78), 180, 2.5, SIGNS)
    fit.bottle_shelf(pt(1.1, 1.42, 4.0), 180, 2.3, levels=1)
    fit.aquarium(pt(6.0, 0, 0.75), -90, SIGNS)
    fit.big_plant(pt(-5.68, 0, 3.62), 3.2, 3)
    fit.big_plant(pt(-5.65, 0, -3.68), 3.4, 7, '#3f6f6a')
    fit.big_plant(pt(5.62, 0, -3.62), 3.6, 11)
    fit.big_plant(pt(5.62, 0, 3.68), 2.6, 5, '#3f6f6a')
    for x in (-5.0, -3.0, -1.0, 1.0, 3.0, 5.0):
        fit.lantern(pt(x, 2.86, -3.55), 0.15, 0.12)
    for x in (-0.5, 2.7):
        fit.lantern(pt(x, 2.86, 3.5), 0.15, 0.12)
    hall_walls()


def timber():
    """Posts and beams of the hall."""
    part = Part('timber', detail=0.8)
    for x in (-5.0, -3.0, -1.0, 1.0, 3.0, 5.0):
        part.box((0.13, 8.0, 0.15), pt(x, 2.925, 0), DARK, 'matte', 0, cull='UFB')
    for z in (-3.94, 3.94):
        part.box((12.0, 0.12, 0.2), pt(0, 2.9, z), mix_hex(DARK, WARM, 0.3), 'matte', 0, cull='ULR')
    for x in (-5.92, -3.0, 0.0, 3.0, 5.92):
        part.box((0.16, 0.07, 2.8), pt(x, 1.4, -3.965), DARK, 'matte', 0.008, 1, cull='UDB')
    for x in (-5.92, -1.15, 2.75, 5.85):
        part.box((0.14, 0.07, 2.8), pt(x, 1.4, 3.965), DARK, 'matte', 0.008, 1, cull='UDF')
    part.done()


def hall_walls():
    part = Part('wall_things')
    living.picture(part, pt(-1.5, 1.86, -4.0), 0, 2.5, 0.94, SIGNS['lake'], DARK)
    for x in (1.5, 4.5, -4.5):
        part.box((1.5, 0.02, 1.5), pt(x, 1.86, -3.995), '#e9cf9e', 'matte', 0, cull='B')
        for dx in (-0.375, 0.375):
            for dy in (-0.375, 0.375):
                part.quad(0.75, 0.75, pt(x + dx, 1.86 + dy, -3.982), uv=SIGNS['lattice'])
    plate(part, 0.42, 0.42, (1.5, 1.86, -3.975), 's', SIGNS['fu'])
    for x, name in ((0.35, 'menu1'), (1.85, 'menu2')):
        living.picture(part, pt(x, 2.26, 4.0), 180, 1.05, 0.98, SIGNS[name], '#c99a4a')
    living.picture(part, pt(-0.78, 1.62, 4.0), 180, 0.60, 0.444, SIGNS['plan'], '#dfe3e0')
    plate(part, 0.11, 0.147, (-0.78, 1.2, 3.996), 'n', SIGNS['ext_sign'])
    living.picture(part, pt(-6.0, 1.78, -1.05), 90, 0.72, 1.0, SIGNS['noodles'], DARK)
    living.picture(part, pt(-6.0, 1.72, 0.85), 90, 0.64, 0.87, SIGNS['poster'], '#dfe3e0')
    for i, z in enumerate((-3.02, -1.58)):
        plate(part, 0.2, 1.04, (-5.996, 1.75, z), 'e', SIGNS['couplet%d' % i])
    plate(part, 0.34, 0.17, (-5.996, 2.27, -2.3), 'e', SIGNS['private'])
    plate(part, 0.34, 0.17, (-5.996, 2.27, 2.4), 'e', SIGNS['toilets'])
    plate(part, 0.34, 0.17, (5.996, 2.27, -2.0), 'w', SIGNS['kitchen'])
    plate(part, 0.45, 0.15, (5.996, 2.2, -0.75), 'w', SIGNS['open_kitchen'])
    plate(part, 0.30, 0.12, (5.996, 1.6, 3.62), 'w', SIGNS['fire_door'])
    part.cyl(0.17, 0.03, pt(5.984, 2.2, 0.75), DARK, 'gloss', 0.01, 28, rot=(0, 90, 0))
    plate(part, 0.29, 0.29, (5.967, 2.2, 0.75), 'w', SIGNS['clock'])
    # low arrows towards the passage, along the walls as GB 17945 wants them
    for x, facing, name in ((4.3, 'n', 'arrow_left'), (-0.75, 'n', 'arrow_left')):
        plate(part, 0.24, 0.12, (x, 0.35, 3.975), facing, SIGNS[name])
    for x in (-4.5, -1.5, 1.5, 4.5):
        plate(part, 0.24, 0.12, (x, 0.35, -3.975), 's', SIGNS['arrow_right'])
    plate(part, 0.24, 0.12, (-5.98, 0.35, 1.3), 'e', SIGNS['arrow_right'])
    hydrant(part, -6.0, 0.05)
    # emergency lamps over the doors
    for x, z, rot in ((5.99, 1.72, 90), (-5.99, 3.2, 90)):
        part.box((0.26, 0.05, 0.12), pt(x, 2.55, z), '#eceae2', 'gloss', 0.008, 1, rot=(0, 0, rot))
    part.done()


def hydrant(part, x, z):
    """Hydrant cabinet on the west wall."""
    part.box((0.2, 0.65, 0.8), pt(x + 0.1, 0.98, z - 0.25), RED, 'gloss', 0.01, 2, cull='L')
    part.box((0.012, 0.55, 0.7), pt(x + 0.203, 0.98, z - 0.25), '#c8362a', 'gloss', 0.004, 1, cull='L')
    plate(part, 0.42, 0.315, (x + 0.212, 1.02, z - 0.25), 'e', SIGNS['hydrant'])


def vestibule():
    bands = [(0, 0.3, BASE, 'matte'), (0.3, 2.8, CREAM, 'matte')]
    side = gap(5.2, 1.3, 2.2, sill=0.3)
    room((-5.5, 0, 4.2), (-1.5, 2.8, 6.2), bands, {'n': [DOOR_1, *FRONT_GLASS], 's': [DOOR_1, *FRONT_GLASS], 'e': [side]}, TILE_FLOOR, '#f8f1e2', skirting=None)
    brass = '#8a5a34'
    door_frame(-3.5, 0, 4.1, 1.6, 2.2, 'x', DARK)
    door_frame(-3.5, 0, 6.3, 1.6, 2.2, 'x', brass)
    for z in (4.1, 6.3):
        for x in (-4.9, -2.1):
            window(x, 1.25, z, 0.7, 1.9, 'x', 1, DARK if z < 5 else brass, panes=1, sill=False, sashes=False)
    window(-1.4, 1.25, 5.2, 1.3, 1.9, 'z', 1, brass, panes=2, sill=False, sashes=False)
    mat = Part('door_mat')
    mat.box((1.7, 1.1, 0.014), pt(-3.5, 0.007, 5.25), '#7a2a24', 'matte', 0.004, 1, cull='D')
    mat.box((1.56, 0.96, 0.003), pt(-3.5, 0.0155, 5.25), '#a33a30', 'matte', 0, cull='D')
    mat.done()
    # the street door: one leaf stands open
    for hinge, turn in ((-4.3, 0), (-2.7, 118)):
        leaf, clear = Part('street_door', pt(hinge, 0, 6.3), (0, 0, turn if hinge < -3 else 180 - turn)), Part('street_glass', pt(hinge, 0, 6.3), (0, 0, turn if hinge < -3 else 180 - turn))
        for x in (0.03, 0.77):
            leaf.box((0.06, 0.045, 2.19), (x, 0, 1.1), brass, 'gloss', 0.006, 1)
        for z, tall in ((0.09, 0.16), (2.15, 0.09), (1.0, 0.05)):
            leaf.box((0.68, 0.04, tall), (0.4, 0, z), brass, 'gloss', 0.004, 1)
        leaf.rail([(0.68, -0.02, 0.85), (0.68, -0.07, 0.85), (0.68, -0.07, 1.35), (0.68, -0.02, 1.35)], 0.012, GOLD, 'gloss', 6)
        clear.box((0.68, 0.006, 1.95), (0.4, 0, 1.14), '#dff1f4', 'glass', 0, cull='LRUD')
        leaf.done()
        clear.done('unlit')
    fit.big_plant(pt(-5.2, 0, 5.9), 2.8, 21, '#3f6f6a')
    fit.big_plant(pt(-1.8, 0, 5.9), 2.6, 23)
    lamp = Part('vestibule_lamp')
    lamp.cyl(0.26, 0.05, pt(-3.5, 2.775, 5.2), '#f6e8c8', 'gloss', 0.02, 24, cull='U')
    lamp.cyl(0.22, 0.02, pt(-3.5, 2.745, 5.2), '#fff0d0', 'emit', 0.008, 24, cull='U')
    lamp.done()
    for x in (-4.75, -2.25):
        fit.lantern(pt(x, 2.8, 5.2), 0.16, 0.12)


# ------------------------------------------------------------ private room, toilets
def side_rooms():
    bands = [(0, 0.9, '#8a4a30', 'matte'), (0.9, 2.8, '#f4e8d0', 'matte')]
    room((-10, 0, -4), (-6.2, 2.8, -0.6), bands, {'e': [gap(-2.3, 0.9, 2.05)]}, TILE_FLOOR, skirting=DARK)
    door_frame(-6.1, 0, -2.3, 0.9, 2.05, 'z', DARK)
    fit.table(pt(-8.5, 0, -2.4), 0, True, 8, 1.36, 12, '#3f6f6a')
    part = Part('private_room')
    living.picture(part, pt(-8.3, 1.7, -4.0), 0, 1.7, 0.64, SIGNS['lake'], DARK)
    for z in (-3.2, -1.5):
        for dy in (-0.3, 0.3):
            part.quad(0.6, 0.6, pt(-9.995, 1.7 + dy, z), (0, 0, 90), uv=SIGNS['lattice'])
    part.box((0.4, 1.4, 0.8), pt(-9.78, 0.4, -2.4), DARK, 'matte', 0.006, 1, cull='DL')
    part.box((0.42, 1.44, 0.03), pt(-9.78, 0.815, -2.4), '#e8b884', 'wood', 0.006, 1)
    for i in range(3):
        part.box((0.012, 0.44, 0.6), pt(-9.575, 0.42, -2.4 + (i - 1) * 0.46), WARM, 'matte', 0.004, 1, cull='L')
    part.lathe([(0, 0), (0.06, 0), (0.1, 0.1), (0.09, 0.22), (0.04, 0.3), (0.055, 0.34)], pt(-9.78, 0.83, -2.0), '#3f6f9a', 'gloss', 18)
    plate(part, 0.46, 0.34, (-7.2, 1.55, -0.604), 'n', SIGNS['plan'])
    part.done()
    fit.pendant(pt(-8.5, 2.8, -2.4), 0.9)
    fit.big_plant(pt(-6.6, 0, -3.62), 3.0, 31)
    tiles = [(0, 1.6, '#ffffff', 'wtile'), (1.6, 2.8, '#eef0e8', 'matte')]
    room((-10, 0, 0.8), (-6.2, 2.8, 4), tiles, {'e': [gap(2.4, 0.9, 2.05)]}, GREY_FLOOR, skirting=None)
    door_frame(-6.1, 0, 2.4, 0.9, 2.05, 'z', DARK)
    fit.cubicles(pt(-10, 0, 2.4), 90, 3, 1.05)
    fit.wash_basins(pt(-7.4, 0, 0.8), 0, 2)
    lamp = Part('side_lamps')
    for x, z in ((-7.6, 1.8), (-7.6, 3.2)):
        lamp.box((0.6, 0.3, 0.03), pt(x, 2.785, z), '#f4fbff', 'emit', 0, cull='U')
    lamp.done()


# --------------------------------------------------------------- kitchen, passage
def back_rooms():
    tiles = [(0, 2.1, '#ffffff', 'wtile'), (2.1, 2.8, '#f0f1ec', 'matte')]
    room((6.2, 0, -4), (10, 2.8, 0), tiles, {'w': [gap(-2.0, 0.9, 2.05), KITCHEN_WINDOW]}, GREY_FLOOR, skirting=None)
    door_frame(6.1, 0, -2.0, 0.9, 2.05, 'z', STEEL)
    window(6.1, 1.5, -0.75, 1.1, 1.0, 'z', 1, STEEL, panes=1, sill=False, sashes=False)
    fit.big_range(pt(10, 0, -2.0), -90, 2.5)
    steel = Part('benches')
    fit.steel_bench(steel, 7.75, 3.68, 2.6, 0.6)
    fit.steel_bench(steel, 8.0, 0.32, 2.4, 0.6)
    for x in (7.2, 8.0):
        steel.box((0.56, 0.4, 0.012), pt(x, 0.852, -0.32), '#8d9497', 'gloss', 0, cull='DLRFB')
        steel.rail([pt(x, 0.85, -0.06), pt(x, 1.12, -0.06), pt(x, 1.12, -0.3), pt(x, 1.05, -0.3)], 0.013, STEEL, 'gloss', 6, 0.05)
    steel.box((2.4, 0.3, 0.03), pt(7.75, 1.55, -3.84), STEEL, 'gloss', 0.004, 1)
    for i in range(7):
        steel.cyl(0.075, 0.16, pt(6.8 + i * 0.32, 1.645, -3.84), ['#b5402a', '#f0e6d2', '#5f7a3a'][i % 3], 'gloss', 0.006, 12, seg=1, cull='D')
    steel.box((0.75, 0.7, 1.9), pt(9.6, 0.95, -3.62), STEEL, 'gloss', 0.012, 1, cull='BDR')
    for y in (0.5, 1.42):
        steel.box((0.7, 0.02, 0.85), pt(9.58, y, -3.262), mix_hex(STEEL, '#ffffff', 0.25), 'gloss', 0.006, 1, cull='B')
        steel.rail([pt(9.3, y - 0.12, -3.25), pt(9.3, y - 0.12, -3.2), pt(9.3, y + 0.12, -3.2), pt(9.3, y + 0.12, -3.25)], 0.010, '#5f686c', 'gloss', 6)
    for x in (7.1, 8.5):
        steel.box((0.6, 0.3, 0.03), pt(x, 2.785, -2.1), '#f4fbff', 'emit', 0, cull='U')
    steel.done()
    fit.kitchen_clutter(pt(7.75, 0.85, -3.66), 0, 2.5, 5)
    fit.kitchen_clutter(pt(8.85, 0.85, -0.32), 0, 0.7, 9)
    passage()


def passage():
    bands = [(0, 1.1, '#8fb49c', 'matte'), (1.1, 2.6, '#f1ede0', 'matte')]
    room((6.2, 0, 1.8), (12, 2.6, 3.4), bands, {'w': [gap(2.6, 1.4, 2.1)], 'e': [gap(2.6, 1.4, 2.1)]}, GREY_FLOOR, skirting='#6f7a7d')
    door_frame(6.1, 0, 2.6, 1.4, 2.1, 'z', '#a8442e')
    door_frame(12.15, 0, 2.6, 1.4, 2.1, 'z', '#a8442e', thick=0.3)
    part = Part('passage_things')
    for x in (7.4, 9.4, 11.2):
        plate(part, 0.24, 0.12, (x, 0.35, 1.803), 's', SIGNS['arrow_right'])
        plate(part, 0.24, 0.12, (x - 0.6, 0.35, 3.397), 'n', SIGNS['arrow_left'])
    plate(part, 0.63, 0.18, (8.4, 1.6, 1.803), 's', SIGNS['keep_clear'])
    plate(part, 0.63, 0.18, (10.2, 1.6, 3.397), 'n', SIGNS['keep_clear'])
    plate(part, 0.52, 0.385, (7.3, 1.55, 3.397), 'n', SIGNS['plan'])
    plate(part, 0.30, 0.12, (6.204, 2.32, 2.6), 'e', SIGNS['fire_door'])
    for x in (7.9, 10.4):
        part.cyl(0.15, 0.05, pt(x, 2.575, 2.6), '#f4f1e8', 'gloss', 0.015, 20, cull='U')
        part.cyl(0.12, 0.02, pt(x, 2.545, 2.6), '#fff6e4', 'emit', 0.006, 20, cull='U')
        part.box((0.26, 0.06, 0.12), pt(x + 1, 2.3, 1.83), '#eceae2', 'gloss', 0.008, 1)
    part.box((0.6, 0.02, 0.75), pt(9.4, 1.0, 1.81), RED, 'gloss', 0.006, 1, cull='B')
    plate(part, 0.42, 0.315, (9.4, 1.05, 1.822), 's', SIGNS['hydrant'])
    part.done()


# ------------------------------------------------------------------------ outside
def yard():
    tall = 4.1
    bands = [(0, 0.7, BASE, 'matte'), (0.7, tall, FACADE, 'matte')]
    wall((12.3, 4.2), (12.3, -4.4), bands, [gap(2.6, 1.4, 2.1)], detail=0.55)
    wall((-1.3, 4.2), (12.3, 4.2), bands, [STREET_WINDOW], detail=0.35)
    wall((-5.7, 6.4), (-1.3, 6.4), [(0, 0.3, BASE, 'matte'), (0.3, 3.3, '#a8442e', 'matte')], [DOOR_1, *FRONT_GLASS], detail=0.4)
    wall((-1.3, 6.4), (-1.3, 4.2), [(0, 0.3, BASE, 'matte'), (0.3, 3.3, '#a8442e', 'matte')], [gap(5.2, 1.3, 2.2, sill=0.3)], detail=0.4)
    window(4.3, 1.6, 4.1, 2.6, 1.5, 'x', 1, DARK, panes=3, sashes=True)
    slab((12.3, -3.4), (24.6, 8.2), 0, '#c9c0b2', 'floor', detail=0.45)
    slab((-16, 6.4), (12.3, 8.2), 0, '#cfc8ba', 'floor', detail=0.2)
    slab((-1.3, 4.2), (12.3, 6.4), 0, '#cfc8ba', 'floor', detail=0.25)
    slab((-16, 8.2), (30, 10), 0, '#cfc8ba', 'floor', detail=0.2)
    slab((-16, 10.16), (30, 18), -0.13, '#77787a', detail=0.15)
    part = Part('street_things', detail=0.3)
    part.box((46, 0.16, 0.14), pt(7, -0.06, 10.08), '#b3aea3', 'matte', 0, cull='DLR')
    for i in range(12):
        part.box((1.4, 0.12, 0.002), pt(-14 + i * 3.6, -0.128, 13.6), '#f0eee6', 'matte', 0, cull='DLRFB')
    # eaves of grey tiles and the board over the door
    part.box((0.7, 9.2, 0.1), pt(12.45, tall, -0.1), '#5f666a', 'matte', 0, rot=(0, 14, 0))
    part.box((14.0, 0.7, 0.1), pt(5.6, tall, 4.35), '#5f666a', 'matte', 0, rot=(14, 0, 0))
    part.box((4.8, 0.5, 0.1), pt(-3.5, 3.35, 6.5), '#5f666a', 'matte', 0, rot=(14, 0, 0))
    part.box((4.3, 0.1, 0.8), pt(-3.5, 2.8, 6.46), '#7a1f16', 'gloss', 0.01, 1)
    part.done()
    board = Part('boards')
    plate(board, 4.1, 0.705, (-3.5, 2.8, 6.515), 's', SIGNS['fascia'])
    plate(board, 0.6, 0.24, (12.304, 2.5, 2.6), 'e', SIGNS['exit'])
    plate(board, 0.78, 0.222, (12.304, 1.6, 0.9), 'e', SIGNS['keep_clear'])
    plate(board, 0.7, 0.52, (12.304, 1.6, -1.0), 'e', SIGNS['plan'])
    houses.ground_sign(board, 2.4, 2.4, 17, 0.006, 2.6, SIGNS['mark'], 'e', '#f4f6f0')
    fit.sign_post(board, pt(21.6, 0, 2.6), SIGNS, facing=-90)
    # lattice windows, timber band, the kitchen's exhaust and an air conditioner on the back wall
    for z in (-2.3, -0.3):
        board.box((0.05, 1.2, 1.2), pt(12.31, 2.2, z), DARK, 'matte', 0.006, 1, cull='L')
        board.box((0.02, 1.04, 1.04), pt(12.335, 2.2, z), '#c8d8d8', 'gloss', 0, cull='L')
        board.quad(1.04, 1.04, pt(12.348, 2.2, z), (0, 0, 90), uv=SIGNS['lattice'])
    board.box((0.06, 8.6, 0.16), pt(12.32, 3.3, -0.1), WARM, 'matte', 0, cull='L')
    board.box((0.34, 0.5, 1.3), pt(12.47, 3.1, -3.5), '#c3cacd', 'gloss', 0.02, 1, cull='L')
    board.box((0.3, 0.85, 0.6), pt(12.46, 2.9, 1.0), '#eceae2', 'gloss', 0.02, 1, cull='L')
    board.cyl(0.22, 0.02, pt(12.615, 2.9, 0.9), '#5f686c', 'gloss', 0, 16, rot=(0, 90, 0))
    # lamp and little roof over door 2
    board.box((0.9, 2.0, 0.06), pt(12.72, 2.78, 2.6), '#a8442e', 'matte', 0.006, 1, cull='L')
    board.done()
    fence()
    for x, z, seed in ((15.2, -2.2, 3), (23.2, -2.0, 8), (23.3, 6.6, 12), (8.2, 9.2, 17), (0.6, 9.2, 21), (-8.0, 9.2, 26)):
        fit.tree(pt(x, 0, z), 4.0 + 0.3 * (seed % 3), seed)
    fit.planter(pt(20.4, 0, 7.7), 4.6, seed=2)
    fit.planter(pt(19.4, 0, -2.75), 3.4, seed=4)
    for i, color in enumerate(('#2f7fb8', '#c8362a', '#3f8c6a')):
        fit.bicycle(pt(13.9 + i * 0.75, 0, 7.3), 100, color)
    bins = Part('bins', detail=0.4)
    for i, color in enumerate(('#3f78b0', '#5f6f74', '#4f8a4c')):
        bins.box((0.55, 0.6, 0.95), pt(12.75, 0.5, -2.6 + i * 0.75), color, 'gloss', 0.03, 2, cull='D', taper=(1.08, 1.08))
        bins.box((0.64, 0.66, 0.08), pt(12.75, 1.02, -2.6 + i * 0.75), mix_hex(color, '#000000', 0.25), 'gloss', 0.02, 1)
    bins.done()
    backdrop()


def fence():
    """Plastered wall with a cap of tiles round the yard, open to the street."""
    part = Part('fence', detail=0.4)
    part.box((12.1, 0.2, 2.3), pt(18.35, 1.15, -3.4), '#efe6d4', 'matte', 0, cull='DB')
    part.box((12.3, 0.5, 0.14), pt(18.35, 2.36, -3.4), '#5f666a', 'matte', 0.02, 1, cull='B')
    part.box((0.2, 11.7, 2.3), pt(24.5, 1.15, 2.45), '#efe6d4', 'matte', 0, cull='DR')
    part.box((0.5, 11.9, 0.14), pt(24.5, 2.36, 2.45), '#5f666a', 'matte', 0.02, 1, cull='R')
    part.box((12.1, 0.03, 0.45), pt(18.35, 0.22, -3.29), BASE, 'matte', 0, cull='DB')
    part.box((0.03, 11.7, 0.45), pt(24.39, 0.22, 2.45), BASE, 'matte', 0, cull='DR')
    part.done()


def backdrop():
    split = 1 - 716 / 1200
    street, lane = lambda u0, u1: (u0, split + 0.002, u1, 1), lambda u0, u1: (u0, 0.002, u1, split - 0.004)
    houses.frieze((34, 18), (-16, 18), -2.7, 14.8, street(0, 1), 30)
    houses.frieze((-16, 18), (-16, 4.2), -2.7, 14.8, street(0.7, 0.98), 30)
    houses.frieze((34, -18), (34, 18), -0.5, 9, lane(0, 1), 30)
    houses.frieze((-16, -18), (34, -18), -0.5, 9, lane(0, 1), 30)
    houses.frieze((-16, 4.2), (-16, -18), -0.5, 9, lane(0.1, 0.6), 30)
    houses.sky_lid((-16, -18), (34, 18), 30, 0.5, 0.997)


# ------------------------------------------------------------------------- lights
def lights():
    bake.sky((0.80, 0.88, 1), 1.1)
    for where, energy in (('hall', 15), ('yard', 6.5)):
        sun = bake.light('SUN', (0, 0, 5), energy, (1, 0.90, 0.74), towards=(-0.36, 1, -0.66), angle=math.radians(1.5))
        sun['regions'] = where
    warm = (1, 0.85, 0.64)
    houses.lamp(['hall', 'rooms', 'back'], 'AREA', (0, 2.82, 0), 165, (1, 0.94, 0.84), shape='RECTANGLE', size=10, size_y=6.4)
    for x, z, _ in TABLES:
        houses.lamp(['hall'], 'AREA', (x, 2.03, z), 36, warm, shape='DISK', size=0.36)
    houses.lamp(['hall'], 'AREA', (4.3, 1.6, 4.3), 46, (0.92, 0.95, 1), (90, 0, 0), shape='RECTANGLE', size=2.6, size_y=1.5)
    houses.lamp(['hall'], 'AREA', (-3.5, 1.4, 6.7), 60, (0.92, 0.95, 1), (90, 0, 0), shape='RECTANGLE', size=3.6, size_y=2.2)
    houses.lamp(['hall'], 'AREA', (-3.5, 2.72, 5.2), 16, (1, 0.93, 0.8), shape='DISK', size=0.5)
    houses.lamp(['rooms'], 'AREA', (-8.3, 2.7, -2.3), 46, (1, 0.9, 0.76), shape='RECTANGLE', size=3, size_y=2.4)
    houses.lamp(['rooms'], 'AREA', (-8.5, 1.96, -2.4), 26, warm, shape='DISK', size=0.36)
    houses.lamp(['rooms'], 'AREA', (-7.6, 2.74, 2.4), 56, (0.94, 0.98, 1), shape='RECTANGLE', size=1.2, size_y=2.2)
    houses.lamp(['back'], 'AREA', (7.9, 2.74, -2.1), 84, (0.97, 0.98, 1), shape='RECTANGLE', size=2.0, size_y=0.6)
    houses.lamp(['back'], 'AREA', (9.1, 2.5, 2.6), 40, (1, 0.97, 0.9), shape='RECTANGLE', size=4.6, size_y=0.6)


reset_scene('restaurant', 'floor_tile', 1.2, 'backdrop_restaurant')
hall()
houses.region('hall')
side_rooms()
houses.region('rooms')
back_rooms()
houses.region('back')
yard()
houses.region('yard')
lights()
houses.finish('restaurant', {'hall': 1.1, 'rooms': 0.0, 'back': 0.0, 'yard': 1.1})
