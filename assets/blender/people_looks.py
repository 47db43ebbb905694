"""How each person looks. Colours '#rrggbb'; scale: of an adult 1.74 m tall; head: size of the head against the body.

detail: 'near' for who is met face to face (at most 2,500 triangles), 'crowd' for who comes in numbers (at most 1,500).
build: (chest, waist, hips) against the plain body. bands: [(region, from, to, colour)] of 'torso', 'leg' (metres above the
floor) and 'arm' (share of the way from shoulder to wrist). wear: pieces of people_clothes.
"""

SKIN, WARM, PALE = '#eebd98', '#e8b48e', '#f4cdac'
BLACK, BROWN, GREY = '#1f1c1b', '#2e2320', '#cfcac2'
REFLECT = '#e8e6a8'


def person(**look):
    plain = dict(scale=0.97, head=1.02, skin=SKIN, hair=BLACK, style='short', shoe='#3a3633', sole='#4a4a4a', sleeve=0.93, stoop=0, build=(1, 1, 1),
                 bands=[], wear=[], glasses=None, brow=None, lips=None, detail='near')
    return {**plain, **look}


MAN, WOMAN = (1.03, 1.02, 0.99), (0.94, 0.90, 1.05)

TRACKSUIT = dict(shirt='#f2f3f1', pants='#2f63ad', sleeve=0.93, shoe='#f1f1ee', scale=0.84, head=1.14, skin=PALE, detail='crowd', build=(0.92, 0.93, 0.95),
                 bands=[('arm', -1, 0.93, '#2f63ad'), ('torso', 0.90, 0.96, '#2f63ad')],
                 wear=['collar:#2f63ad', 'scarf:#d8322a'])

PEOPLE = {
    'grandma': person(lips='#b5564f', scale=0.90, head=1.04, shirt='#8a5a83', pants='#4a4f5a', hair=GREY, shoe='#5c3a2c', style='bun', wear=['apron:#e9d9bd'], stoop=7,
                      skin='#eec3a2', glasses='#5c4a3a', brow='#8d8880', build=(1.0, 1.08, 1.06)),
    'child': person(scale=0.68, head=1.28, shirt='#e9b23b', pants='#3f78b0', skin=PALE, hair=BROWN, shoe='#d8442c', sleeve=0.5, build=(0.95, 1.0, 0.95)),
    'customer': person(lips='#c4505a', scale=0.95, shirt='#d8603c', pants='#3a4a63', skin=WARM, shoe='#efe9dd', style='long', build=WOMAN),
    'resident': person(scale=0.99, shirt='#5d7fa8', pants='#57534c', style='parted', shoe='#6b4a36', build=(1.06, 1.13, 1.03), skin='#e6b48c',
                       wear=['collar:#e9e4d8'], bands=[('torso', 0.90, 0.94, '#4b6a92')]),
    'neighbour': person(lips='#b5564f', scale=0.92, head=1.03, shirt='#3f8c7c', pants='#5a4a56', hair='#8c8680', style='perm', shoe='#7a3b3b', stoop=4, skin='#ecc09c',
                        build=(1.04, 1.12, 1.10), brow='#6d6660', wear=['collar:#f0d9a0', 'vest:#b9574a']),
    'guest-a': person(scale=1.0, shirt='#f1ede2', pants='#38465a', style='parted', detail='crowd', build=MAN, sleeve=0.55, bands=[('torso', 0.90, 0.925, '#5c3a2c')],
                      wear=['collar:#f1ede2', 'buckle:#d9b24c']),
    'guest-b': person(lips='#c4505a', scale=0.93, shirt='#c9476a', pants='#f0c9a4', style='long', hair=BROWN, detail='crowd', build=WOMAN, sleeve=0.45, shoe='#8c2f48',
                      wear=['skirt:#c9476a:0.60'], skin=PALE),
    'guest-c': person(scale=0.97, shirt='#e0a23a', pants='#4c5a48', style='short', hair='#3a2a22', detail='crowd', build=(1.05, 1.10, 1.02), skin=WARM,
                      wear=['hood:#c98a2a'], shoe='#e9e4d8', glasses='#2b2f33'),
    'guest-d': person(lips='#c4505a', scale=0.94, shirt='#3d7d8c', pants='#2f3a46', style='bob', detail='crowd', build=WOMAN, shoe='#2b2b2e',
                      wear=['collar:#f2e7d2'], bands=[('torso', 1.30, 1.40, '#f2e7d2')]),
    'waiter': person(scale=0.98, shirt='#f4f2ec', pants='#26292e', style='short', shoe='#1d1d1f', build=MAN,
                     wear=['collar:#f4f2ec', 'vest:#7c2430', 'bow:#1d1d1f', 'apron-low:#26292e']),
    'pupil-a': person(**TRACKSUIT, style='short', hair=BROWN),
    'pupil-b': person(**{**TRACKSUIT, 'scale': 0.83, 'skin': SKIN, 'lips': '#c4665f'}, style='tails'),
    'teacher': person(lips='#c4505a', scale=0.94, shirt='#48627e', pants='#3b4a5c', style='bob', build=WOMAN, glasses='#3a2f2b', shoe='#4a2f28',
                      wear=['collar:#f6f1e6', 'blouse:#f0e4cf', 'jacket:#48627e', 'badge:#d8322a']),
    'firefighter': person(scale=1.02, head=1.0, shirt='#b5662c', pants='#b5662c', hair=BLACK, shoe='#2a2c2f', build=(1.16, 1.18, 1.10), skin='#e2b08a',
                          bands=[('torso', 0.99, 1.04, REFLECT), ('torso', 1.12, 1.17, REFLECT), ('arm', 0.55, 0.64, REFLECT), ('arm', 0.86, 0.93, '#2f3236'),
                                 ('leg', 0.30, 0.36, REFLECT)],
                          wear=['collar:#8e4c1e', 'helmet:#d8322a', 'cylinder:#e8c23a', 'gloves:#2f3236', 'boots:#2a2c2f']),
}
