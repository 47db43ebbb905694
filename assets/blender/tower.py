"""A storey of a residential tower, its two stairs, lobby and assembly ground, as scenarios/fire-escape/tower.yaml lays them out."""
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bake
import houses
import tower_flat
import tower_ground
import tower_public
import tower_stairs
from decals import signs
from materials import CLASSES, reset_scene

SIGNS = signs('tower')
CLASSES['wood'].texture = 'floor_wood'
reset_scene('tower', 'floor_tile', 1.2, 'backdrop_tower')
tower_flat.build(SIGNS)
houses.region('flat')
tower_public.corridor(SIGNS)
tower_public.lift_car(SIGNS)
houses.region('corridor')
tower_stairs.shaft('stair-a', -1, SIGNS)
houses.region('stair-a')
tower_stairs.shaft('stair-b', 1, SIGNS)
houses.region('stair-b')
tower_public.lobby(SIGNS)
houses.region('lobby')
tower_ground.build(SIGNS)
tower_ground.beyond()
houses.region('outside')
for storey in tower_public.STOREYS:
    tower_public.numbers(storey, SIGNS)
    houses.region('storey-%d' % storey)
bake.sky((0.62, 0.72, 1), 1)
tower_flat.lamps()
tower_public.lamps()
tower_stairs.lamps('stair-a', -1, tower_public.PLATES)
tower_stairs.lamps('stair-b', 1, tower_public.PLATES)
tower_ground.lamps()
houses.finish('tower', {'flat': 0.35, 'corridor': 0, 'stair-a': 0, 'stair-b': 0, 'lobby': 0, 'outside': 1.15, **{plate: 0 for plate in tower_public.PLATES}},
              shares={'corridor': 0.62, 'stair-a': 0.45, 'stair-b': 0.45, 'lobby': 0.5, 'outside': 0.6},
              effort={'corridor': 4, 'stair-a': 3, 'stair-b': 3, 'lobby': 4, **{plate: 6 for plate in tower_public.PLATES}})
