"""A small convenience shop, 7 x 6 x 3 m, on a Kunming street; see shop-inspection-carton/room.yaml."""
import math
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import architecture as arch
import bake
import furniture_living as living
import furniture_shop as shop
from decals import signs
from materials import reset_scene
from part import Part

WIDTH, DEPTH, HEIGHT = 7.0, 6.0, 3.0
WALL, TRIM = '#f3eee2', '#3f8c86'
DOOR = dict(x=1.8, width=1.0, height=2.1)
WINDOW = (-1.35, 1.05, 0.55, 2.35)
SIGNS = signs('shop')


def shell():
    front = lambda x: WIDTH / 2 - x
    hole = (front(WINDOW[1]), WINDOW[2], front(WINDOW[0]), WINDOW[3])
    door = (front(DOOR['x']) - 0.58, 0, front(DOOR['x']) + 0.58, DOOR['height'] + 0.07)
    arch.wall('wall_back', 'back', WIDTH, DEPTH, HEIGHT, WALL)
    arch.wall('wall_left', 'left', WIDTH, DEPTH, HEIGHT, WALL)
    arch.wall('wall_right', 'right', WIDTH, DEPTH, HEIGHT, WALL)
    arch.wall('wall_front', 'front', WIDTH, DEPTH, HEIGHT, WALL, [hole, door])
    arch.floor_and_ceiling(WIDTH, DEPTH, HEIGHT)
    for side, gaps in (('back', []), ('left', []), ('right', [(0.5, 5.4)]), ('front', [(door[0], door[2])])):
        arch.skirting(side, WIDTH, DEPTH, gaps, '#6f7a7d')
    band = Part('colour_band')
    band.box((0.012, DEPTH, 0.10), (3.494, 0, 1.06), TRIM, 'matte', 0, cull='R')
    band.box((0.012, DEPTH, 0.10), (-3.494, 0, 2.36), TRIM, 'matte', 0, cull='L')
    band.box((WIDTH, 0.012, 0.10), (0, 2.994, 2.36), TRIM, 'matte', 0, cull='B')
    band.done()
    frame = Part('shop_window', ((WINDOW[0] + WINDOW[1]) / 2, -3, (WINDOW[2] + WINDOW[3]) / 2), (0, 0, 180))
    wide, tall, steel = WINDOW[1] - WINDOW[0], WINDOW[3] - WINDOW[2], '#c2c9cb'
    for x in (-wide / 2 + 0.03, 0, wide / 2 - 0.03):
        frame.box((0.06, 0.09, tall), (x, 0.07, 0), steel, 'gloss', 0.004, 1)
    for z in (-tall / 2 + 0.03, tall / 2 - 0.03):
        frame.box((wide - 0.02, 0.084, 0.06), (0, 0.07, z), steel, 'gloss', 0.004, 1)
    frame.box((wide + 0.1, 0.22, 0.035), (0, -0.02, -tall / 2 - 0.016), '#e9e2d2', 'gloss', 0.008, 2)
    frame.done()
    glass = Part('shop_glass', ((WINDOW[0] + WINDOW[1]) / 2, -3.08, (WINDOW[2] + WINDOW[3]) / 2))
    glass.box((wide - 0.1, 0.008, tall - 0.1), (0, 0, 0), '#dff1f4', 'glass', 0)
    glass.done('unlit')
    arch.door_frame((DOOR['x'], -3.07, 0), DOOR['width'], DOOR['height'], 180, '#aab3b6')


def fittings():
    shop.island((-0.5, -0.1, 0), 1.7, 0.6, 1.5, SIGNS, 3)
    shop.island((-0.5, -1.4, 0), 1.7, 0.6, 1.5, SIGNS, 8)
    shop.wall_shelf((0.35, 3.0, 0), 0, 2.5, 0.40, 1.9, SIGNS, 5)
    shop.drinks_fridge((-3.5, -0.15, 0), 90, 1.5, 0.60, 2.0, SIGNS)
    shop.counter((-2.45, -2.3, 0), 1.7, 0.6, 1.0, SIGNS)
    # the lower part of the shelf whose goods can burn
    base = Part('shelf_base', (-1.2, 2.98, 0))
    base.box((0.62, 0.40, 0.40), (0, -0.22, 0.20), '#d9d3c6', 'matte', 0.006, 1, cull='DB')
    base.box((0.58, 0.012, 0.30), (0, -0.424, 0.21), '#b9834f', 'matte', 0.004, 1, cull='B')
    base.box((0.024, 0.40, 1.9), (-0.322, -0.22, 0.95), '#d9d3c6', 'matte', 0.004, 1, cull='D')
    base.done()
    ceiling = Part('ceiling_lamps')
    for x, y in ((-1.7, 1.4), (1.2, 1.4), (-1.7, -1.0), (1.2, -1.0)):
        shop.tube_lamp(ceiling, x, y, HEIGHT, 1.3)
    ceiling.done()
    for x in (-2.6, -0.15, 2.75):
        shop.lantern((x, -2.72, HEIGHT), 0.15, 0.10)


def wall_things():
    part = Part('wall_things')
    # one stand for the ten bottles, a sign above each third
    part.box((0.26, 4.78, 0.06), (3.37, 0.05, 0.03), '#b5281f', 'gloss', 0.008, 2, cull='DR')
    part.box((0.03, 4.78, 0.05), (3.482, 0.05, 0.62), '#b5281f', 'gloss', 0.006, 1, cull='R')
    for y in (1.55, 0.05, -1.45):
        part.quad(0.24, 0.324, (3.4965, y, 1.42), (0, 0, -90), uv=SIGNS['ext_sign'])
    part.quad(0.50, 0.68, (3.4965, 0.80, 1.72), (0, 0, -90), uv=SIGNS['poster2'])
    part.quad(0.50, 0.68, (3.4965, -0.70, 1.72), (0, 0, -90), uv=SIGNS['poster'])
    part.quad(0.34, 0.34, (2.65, -2.9965, 1.95), (0, 45, 180), uv=SIGNS['fu'])
    part.cyl(0.17, 0.03, (-2.5, 2.984, 2.02), '#3f8c86', 'gloss', 0.012, 36, rot=(90, 0, 0))
    part.quad(0.30, 0.30, (-2.5, 2.967, 2.02), uv=SIGNS['clock'])
    part.quad(0.70, 0.196, (1.8, -2.9965, 2.72), (0, 0, 180), uv=SIGNS['welcome'])
    part.quad(0.46, 0.193, (-2.45, -2.9965, 1.75), (0, 0, 180), uv=SIGNS['hours'])
    # socket of the power strip and its cord
    part.box((0.012, 0.092, 0.092), (-3.495, 1.2, 0.35), '#f4f2ec', 'gloss', 0.004, 2, cull='L')
    part.tube([(-3.19, 1.30, 0.03), (-3.30, 1.24, 0.012), (-3.40, 1.20, 0.012), (-3.44, 1.14, 0.03)], 0.005, '#e2ddd0', 'matte', 6, 5)
    # cigarette-free back wall behind the counter: tea tins on a board
    part.box((1.5, 0.20, 0.025), (-2.5, -2.90, 1.42), '#b9834f', 'matte', 0.005, 1)
    for i in range(9):
        part.cyl(0.05, 0.15, (-3.1 + i * 0.15, -2.90, 1.51), ['#3f6b4a', '#b5402a', '#c9a24a'][i % 3], 'gloss', 0.008, 16, cull='D')
    mat = (1.8, -2.35, 0.006)
    part.box((1.1, 0.7, 0.012), mat, '#7a2a24', 'matte', 0.004, 1, cull='D')
    part.box((0.98, 0.58, 0.003), (1.8, -2.35, 0.0135), '#a33a30', 'matte', 0, cull='D')
    for y, name in ((1.75, 'poster'), (2.55, 'poster2')):
        part.quad(0.46, 0.63, (-3.4965, y, 1.62), (0, 0, 90), uv=SIGNS[name])
    part.done()
    awning = Part('awning', (0, -3.14, 0))
    for i in range(16):
        color = '#c8352c' if i % 2 == 0 else '#f4ead8'
        awning.sheet([[(-3.6 + 0.45 * i, 0, 2.75), (-3.15 + 0.45 * i, 0, 2.75)], [(-3.6 + 0.45 * i, -1.0, 2.42), (-3.15 + 0.45 * i, -1.0, 2.42)],
                      [(-3.6 + 0.45 * i, -1.02, 2.26), (-3.15 + 0.45 * i, -1.02, 2.26)]], color, thickness=0.01)
    awning.box((7.2, 0.12, 0.6), (0, -0.06, 3.08), '#b5281f', 'gloss', 0.01, 1)
    awning.quad(3.2, 0.56, (0, -0.125, 3.08), uv=SIGNS['fascia'])
    awning.done()
    for x in (0.9, 2.7):
        shop.lantern((x, -3.75, 2.52), 0.17, 0.12)
    for x, fruit, seed in ((-1.15, '#e9902b', 1), (-0.52, '#c8402c', 2), (0.11, '#9ab84a', 3)):
        shop.fruit_crate((x, -3.52, 0.30), 0, fruit, seed)
        shop.fruit_crate((x, -3.55, 0.02), 0, '#8a5a33', seed + 5)
    for y in (1.9, 0.6, -0.75):
        shop.bunting((-3.45, y, HEIGHT - 0.05), 6.9)
    facade()


def facade():
    """Outside of the front wall, round door and window."""
    part, stone = Part('facade'), '#e3d6bf'
    x0, x1, y = -3.9, 3.9, -3.142
    spans = [(x0, WINDOW[0], 0, 3.4), (WINDOW[0], WINDOW[1], 0, WINDOW[2]), (WINDOW[0], WINDOW[1], WINDOW[3], 3.4),
             (WINDOW[1], DOOR['x'] - 0.58, 0, 3.4), (DOOR['x'] - 0.58, DOOR['x'] + 0.58, 2.17, 3.4), (DOOR['x'] + 0.58, x1, 0, 3.4)]
    for a, b, low, high in spans:
        part.box((b - a, 0.01, high - low), ((a + b) / 2, y, (low + high) / 2), stone, 'matte', 0, cull='BLRDU')
    part.done()


def lights():
    bake.sky((0.80, 0.88, 1), 1.1)
    bake.light('SUN', (0, 0, 5), 6.5, (1, 0.90, 0.74), towards=(-0.55, 1, -0.78), angle=math.radians(1.5))
    bake.light('AREA', (-0.15, -3.25, 1.45), 42, (0.92, 0.95, 1), (90, 0, 0), shape='RECTANGLE', size=2.3, size_y=1.7)
    bake.light('AREA', (0, 0.1, 2.92), 112, (1, 0.97, 0.93), shape='RECTANGLE', size=5.4, size_y=4.2)
    for x, y in ((-1.7, 1.4), (1.2, 1.4), (-1.7, -1.0), (1.2, -1.0)):
        bake.light('AREA', (x, y, 2.93), 15, (1, 0.98, 0.95), shape='RECTANGLE', size=1.3, size_y=0.1)
    bake.light('AREA', (-3.0, -0.15, 1.65), 8, (0.9, 0.97, 1), shape='RECTANGLE', size=0.2, size_y=1.3)
    bake.light('AREA', (-2.93, -0.15, 0.95), 12, (0.93, 0.98, 1), (0, 90, 0), shape='RECTANGLE', size=1.3, size_y=1.3)


reset_scene('shop', 'terrazzo', 1.2, 'backdrop_street')
shell()
fittings()
wall_things()
shop.street(-3.14, SIGNS)
backdrop = living.backdrop(11, -11, -9.2, -1.12, 6.58)
lights()
bake.finish('shop')
