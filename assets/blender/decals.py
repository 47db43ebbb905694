"""UV rectangles of the sign atlases that assets/textures/decals.ts drew."""
import json
import os
from materials import TEXTURES


def signs(atlas):
    """{name: (u0, v0, u1, v1)} of one atlas: 'kitchen', 'living', 'shop' or 'props'."""
    with open(os.path.join(TEXTURES, atlas + '.json'), encoding='utf-8') as file:
        return json.load(file)
