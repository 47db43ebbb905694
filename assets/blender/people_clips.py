"""Clips of the people: idle, walk, run, phone, crouch, cough, help, carry, down. All are cycles and stay in place.

walk, run, crouch, help and carry take steps: their feet go back under the body as fast as the body is to go forward.
"""
import math
import random
import bpy
from mathutils import Vector
from people_head import HEAD_PIVOT_m
from people_pose import apply_pose, carried_by, clip, lowest_m, plus, rest, unmute

#: the hand's goal in the phone clip: beside the right ear (metres, adult size)
EAR = Vector((-0.125, -0.035, 1.555))
MOUTH = Vector((0, -0.118, 1.520))
ANKLE_m = 0.085


def breathing(base, frames, step):
    keys = []
    for i in range(0, frames + 1, step):
        a = math.tau * i / frames
        s = math.sin(a)
        keys.append((1 + i, plus(base, Spine=(1.3 * s, 0, 0), Chest=(1.1 * math.sin(a + 0.5), 0, 0), Head=(-1.4 * s, 0, 3 * s), UpperArm_L=(2 * s, 0, 0)), -0.004 * (1 + s)))
    return keys


def gait(base, frames, leg, knee, arm, lean, bob):
    """One cycle of two steps. leg, knee, arm: swings; lean: of the trunk; bob: drop of the hips in metres."""
    keys = []
    for i in range(0, frames + 1, 2):
        a = math.tau * i / frames
        s = math.sin(a)
        angles = plus(base, Hips=(lean * 0.5, 0, 4 * s), Spine=(lean * 0.5, 0, -4 * s), Chest=(lean * 0.3, 0, -5 * s), Head=(-lean * 0.9, 0, 3 * s))
        for side, phase in (('L', a), ('R', a + math.pi)):
            swing = -leg * math.sin(phase)
            bend = max(0.0, math.sin(phase + 1.9)) * knee + 6
            reach = arm * math.sin(phase)
            angles = plus(angles, **{'UpperLeg_' + side: (swing, 0, 0), 'LowerLeg_' + side: (bend, 0, 0), 'Foot_' + side: (-(bend * 0.35 + swing * 0.35), 0, 0),
                                     'UpperArm_' + side: (reach, 0, 0), 'LowerArm_' + side: (-6 - arm * 0.5 * max(0.0, -math.sin(phase)), 0, 0)})
        keys.append((1 + i, angles, -bob * (1 - abs(s))))
    return keys


def reach_ear(rig, base):
    """Searches shoulder and elbow angles that bring the right hand to the ear, elbow low and in front. -> angles"""
    rng = random.Random(5)
    best, best_cost = None, 1e9
    guess, spread = [-40.0, -20.0, 0.0, -125.0, 20.0], 40.0
    for round_ in range(420):
        trial = [g + rng.gauss(0, spread) for g in (best or guess)]
        trial[3] = max(-150.0, min(-60.0, trial[3]))
        angles = dict(base)
        angles['UpperArm.R'], angles['LowerArm.R'] = tuple(trial[:3]), (trial[3], 0, trial[4])
        apply_pose(rig, angles)
        bpy.context.view_layer.update()
        hand, elbow = rig.pose.bones['Hand.R'].tail, rig.pose.bones['UpperArm.R'].tail
        cost = (hand - EAR).length + 0.25 * max(0.0, elbow.z - 1.22) + 0.25 * max(0.0, elbow.y) + 0.2 * max(0.0, -elbow.x - 0.33) + 0.0004 * sum(abs(t) for t in trial[:3])
        if cost < best_cost:
            best, best_cost = trial, cost
        spread = max(3.0, spread * 0.99)
    print('  hand to ear: %.3f' % best_cost)
    return {'UpperArm.R': tuple(best[:3]), 'LowerArm.R': (best[3], 0, best[4])}


def step_of(share, half, rise, y=0.0):
    """Ankle along one cycle: half of it the foot stands and is carried back, half it swings forward. -> y, z, heel's lift"""
    share %= 1.0
    if share < 0.5:
        return y - half + 4 * half * share, ANKLE_m, 0.0
    t = (share - 0.5) * 2
    return y + half - 2 * half * t * t * (3 - 2 * t), ANKLE_m + rise * math.sin(math.pi * t), 26 * math.sin(math.pi * t) * (1 - t)


def feet(share, half, rise, spread=0.10, y=0.0):
    goals = {}
    for side, x, at in (('L', 1, 0.0), ('R', -1, 0.5)):
        back, up, heel = step_of(share + at, half, rise, y)
        goals['Leg.' + side] = ((spread * x, back, up), heel)
    return goals


def hand_at_mouth(rig, head, elbow=(-0.30, -0.16, -0.34), near=1.0):
    """Goals that bring the right palm before the mouth. head: its size; elbow: away from the shoulder; near: 0 down .. 1 there."""
    point = MOUTH.copy()
    point.z = HEAD_PIVOT_m + (point.z - HEAD_PIVOT_m) * head
    point.y *= head
    mouth = carried_by(rig, 'Head', point)
    shoulder = rig.pose.bones['UpperArm.R'].head.copy()
    wrist = mouth + Vector((-0.058, -0.048, -0.030))
    wrist = wrist.lerp(Vector((-0.24, -0.10, shoulder.z - 0.38)), 1 - near)
    return {'Arm.R': (wrist, shoulder + Vector(elbow)), 'Hand.R': mouth + Vector((0.06, -0.020, 0.006))}


def crouch(base, head, frames=32, half=0.17):
    """Bent low under the smoke, a hand before mouth and nose, the other feeling ahead."""
    keys = []
    for i in range(0, frames + 1, 2):
        share = i / frames
        s = math.sin(math.tau * share)
        angles = plus(base, Hips=(30, 0, 5 * s), Spine=(22, 0, -4 * s), Chest=(14, 0, -3 * s), Neck=(-22, 0, 0), Head=(-28, 0, 2 * s))

        def goals(rig, share=share, s=s):
            shoulder = rig.pose.bones['UpperArm.L'].head.copy()
            free = shoulder + Vector((0.10, -0.22 - 0.05 * s, -0.30 + 0.03 * s))
            return {**feet(share, half, 0.075, 0.115, 0.04), **hand_at_mouth(rig, head), 'Arm.L': (free, shoulder + Vector((0.30, 0.10, -0.30)))}
        keys.append((1 + i, angles, (0, 0.10, -0.315 - 0.012 * abs(s)), goals))
    return keys


def cough(base, head, frames=48):
    """Standing: two coughs into the hand, the other hand on the chest, then a breath."""
    keys = []
    for i in range(0, frames + 1, 2):
        jerk = sum(math.exp(-((i - at) / 2.6) ** 2) for at in (9, 19)) + 0.6 * math.exp(-((i - 33) / 3.0) ** 2)
        deep = math.sin(math.pi * i / frames) ** 2
        angles = plus(base, Hips=(4 + 3 * jerk, 0, 0), Spine=(7 + 10 * jerk - 3 * deep, 0, 0), Chest=(5 + 8 * jerk, 0, 0), Neck=(4 + 3 * jerk, 0, 0), Head=(6 + 6 * jerk, 0, 4))

        def goals(rig):
            chest = carried_by(rig, 'Chest', (0.075, -0.175, 1.20))
            shoulder = rig.pose.bones['UpperArm.L'].head.copy()
            return {**feet(0.25, 0.0, 0.0), **hand_at_mouth(rig, head, (-0.26, -0.10, -0.40)), 'Arm.L': (chest, shoulder + Vector((0.34, 0.02, -0.34)))}
        keys.append((1 + i, angles, (0, 0.012, -0.012 - 0.008 * jerk), goals))
    return keys


def helping(base, frames=32, half=0.14):
    """Slow steps with the right arm round somebody at the right side, the left hand holding theirs."""
    keys = []
    for i in range(0, frames + 1, 2):
        share = i / frames
        s = math.sin(math.tau * share)
        angles = plus(base, Hips=(3, 0, 3 * s), Spine=(4, -3, -6 - 3 * s), Chest=(2, -3, -4), Head=(4, 0, -16 + 2 * s))

        def goals(rig, share=share, s=s):
            right, left = (rig.pose.bones['UpperArm.' + side].head.copy() for side in 'RL')
            return {**feet(share, half, 0.055), 'Arm.R': (right + Vector((-0.36, 0.15, -0.13 + 0.008 * s)), right + Vector((-0.22, 0.32, -0.30))), 'Hand.R': right + Vector((-0.52, -0.02, -0.17)),
                    'Arm.L': (left + Vector((-0.30, -0.34, -0.22)), left + Vector((0.22, -0.12, -0.34))), 'Hand.L': left + Vector((-0.45, -0.36, -0.20))}
        keys.append((1 + i, angles, -0.022 - 0.010 * abs(s), goals))
    return keys


def carrying(base, frames=28, half=0.18):
    """Steps with both arms before the chest, a child on them."""
    keys = []
    for i in range(0, frames + 1, 2):
        share = i / frames
        s = math.sin(math.tau * share)
        angles = plus(base, Hips=(-2, 0, 3 * s), Spine=(-4, 0, -2 * s), Chest=(-3, 0, 0), Head=(6, 0, 2 * s))

        def goals(rig, share=share):
            out = feet(share, half, 0.065)
            for side, x, up in (('L', 1, -0.17), ('R', -1, -0.27)):
                shoulder = rig.pose.bones['UpperArm.' + side].head.copy()
                middle = Vector((0, shoulder.y - 0.30, shoulder.z))
                out['Arm.' + side] = (middle + Vector((0.085 * x, 0.0, up)), shoulder + Vector((0.22 * x, 0.02, -0.40)))
                out['Hand.' + side] = middle + Vector((-0.05 * x, -0.03, up + 0.01))
            return out
        keys.append((1 + i, angles, -0.018 - 0.012 * abs(s), goals))
    return keys


def lying(base, lift, breath=0.0):
    """On the back, one knee drawn up, a hand on the belly, the other beside. -> angles, lift, goals"""
    angles = plus(base, Hips=(-88, 0, 0), Chest=(2 * breath, 0, 0), Head=(4, 0, 24), UpperLeg_L=(-5, 0, 8), UpperLeg_R=(-46, 0, -8), LowerLeg_R=(80, 0, 0), Foot_L=(24, 0, 12), Foot_R=(-10, 0, 0))

    def goals(rig):
        right, left = (rig.pose.bones['UpperArm.' + side].head.copy() for side in 'RL')
        belly = carried_by(rig, 'Spine', (-0.085, -0.150, 1.10))
        return {'Arm.R': (belly, right + Vector((-0.40, -0.30, -0.05))), 'Hand.R': belly + Vector((0.10, -0.03, -0.02)),
                'Arm.L': (left + Vector((0.28, -0.30, -0.03)), left + Vector((0.30, -0.10, -0.02))), 'Hand.L': left + Vector((0.36, -0.37, -0.05))}
    return angles, lift, goals


def down(rig, skin, base):
    """Height is found by the skin itself: the back lies on the floor."""
    lift = [0.0, -0.10, -0.70]
    apply_pose(rig, *lying(base, lift))
    lift[2] -= lowest_m(skin) - 0.004
    frames = 72
    return [(1 + i, *lying(base, tuple(lift), math.sin(math.tau * i / frames))) for i in range(0, frames + 1, 18)]


def make_clips(rig, skin, look):
    base, head = rest(look['stoop']), look['head']
    lying_down = down(rig, skin, rest(0))
    skin.hide_viewport = True  # nothing to deform while poses are searched
    clip(rig, 'idle', breathing(base, 48, 8))
    clip(rig, 'walk', gait(base, 24, 28, 48, 26, 4, 0.025))
    clip(rig, 'run', gait(plus(base, LowerArm_L=(-50, 0, 0), LowerArm_R=(-50, 0, 0)), 16, 42, 82, 40, 12, 0.045))
    calling = {**base, **reach_ear(rig, base)}
    clip(rig, 'phone', breathing(plus(calling, Head=(4, 4, 6)), 24, 8))
    clip(rig, 'crouch', crouch(base, head))
    clip(rig, 'cough', cough(base, head))
    clip(rig, 'help', helping(base))
    clip(rig, 'carry', carrying(base))
    clip(rig, 'down', lying_down)
    apply_pose(rig, {})
    skin.hide_viewport = False
    unmute(rig)
