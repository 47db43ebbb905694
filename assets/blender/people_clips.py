"""Clips of the people: idle, walk, run, phone. Angles are degrees about world axes of the rest pose.

x+ pitches towards the front (-Y), z+ turns left, y rolls. Forearms differ: x < 0 bends the elbow, z turns the forearm.
"""
import math
import random
import bpy
from mathutils import Euler, Quaternion, Vector

FPS = 24
#: the hand's goal in the phone clip: beside the right ear (metres, adult size)
EAR = Vector((-0.125, -0.035, 1.555))


def rest(stoop):
    """Arms down beside the body."""
    return {'UpperArm.L': (0, 36, 0), 'UpperArm.R': (0, -36, 0), 'LowerArm.L': (-14, 4, 0), 'LowerArm.R': (-14, -4, 0),
            'Spine': (stoop, 0, 0), 'Chest': (stoop * 0.6, 0, 0), 'Neck': (-stoop * 0.8, 0, 0), 'Head': (-stoop * 0.5, 0, 0)}


def apply_pose(rig, angles, lift=0.0):
    bones = rig.pose.bones
    for bone in bones:
        bone.rotation_mode = 'QUATERNION'
        bone.rotation_quaternion = (1, 0, 0, 0)
        bone.location = (0, 0, 0)
    for name, (x, y, z) in angles.items():
        bone = bones[name]
        frame = bone.bone.matrix_local.to_3x3().to_quaternion()
        turn = Euler([math.radians(a) for a in (x, y, z)], 'YXZ').to_quaternion()
        if name.startswith('LowerArm'):
            along = (bone.bone.tail_local - bone.bone.head_local).normalized()
            hinge = along.cross(Vector((0, -1, 0))).normalized()
            turn = Quaternion(along, math.radians(z)) @ Quaternion(hinge, math.radians(-x))
        bone.rotation_quaternion = frame.inverted() @ turn @ frame
    hips = bones['Hips']
    hips.location = hips.bone.matrix_local.to_3x3().inverted() @ Vector((0, 0, lift))


def clip(rig, name, keys):
    """keys: (frame, angles, lift of the hips in metres)."""
    action = bpy.data.actions.new(name)
    rig.animation_data_create()
    rig.animation_data.action = action
    for frame, angles, lift in keys:
        apply_pose(rig, angles, lift)
        for bone in rig.pose.bones:
            bone.keyframe_insert('rotation_quaternion', frame=frame)
        rig.pose.bones['Hips'].keyframe_insert('location', frame=frame)
    track = rig.animation_data.nla_tracks.new()
    track.name = name
    track.strips.new(name, 1, action).name = name
    rig.animation_data.action = None


def plus(base, **changes):
    """Adds degrees to a pose; names use _ for the dot of L and R."""
    out = dict(base)
    for name, (x, y, z) in changes.items():
        bone = name.replace('_', '.')
        a, b, c = out.get(bone, (0, 0, 0))
        out[bone] = (a + x, b + y, c + z)
    return out


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


def make_clips(rig, stoop_deg):
    base = rest(stoop_deg)
    clip(rig, 'idle', breathing(base, 48, 8))
    clip(rig, 'walk', gait(base, 24, 28, 48, 26, 4, 0.025))
    clip(rig, 'run', gait(plus(base, LowerArm_L=(-50, 0, 0), LowerArm_R=(-50, 0, 0)), 16, 42, 82, 40, 12, 0.045))
    calling = {**base, **reach_ear(rig, base)}
    clip(rig, 'phone', breathing(plus(calling, Head=(4, 4, 6)), 24, 8))
    apply_pose(rig, {})
