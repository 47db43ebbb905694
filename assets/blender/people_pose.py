"""Poses: angles for the trunk, goals for hands and feet (two-bone inverse kinematics), and clips made of keys.

Angles are degrees about world axes of the rest pose: x+ pitches towards the front (-Y), z+ turns left, y rolls.
Forearms differ: x < 0 bends the elbow, z turns the forearm.
"""
import math
import bpy
from mathutils import Euler, Matrix, Quaternion, Vector


def rest(stoop):
    """Arms down beside the body."""
    return {'UpperArm.L': (0, 36, 0), 'UpperArm.R': (0, -36, 0), 'LowerArm.L': (-14, 4, 0), 'LowerArm.R': (-14, -4, 0),
            'Spine': (stoop, 0, 0), 'Chest': (stoop * 0.6, 0, 0), 'Neck': (-stoop * 0.8, 0, 0), 'Head': (-stoop * 0.5, 0, 0)}


def plus(base, **changes):
    """Adds degrees to a pose; names use _ for the dot of L and R."""
    out = dict(base)
    for name, (x, y, z) in changes.items():
        bone = name.replace('_', '.')
        a, b, c = out.get(bone, (0, 0, 0))
        out[bone] = (a + x, b + y, c + z)
    return out


def apply_pose(rig, angles, lift=0.0, goals=None):
    """lift: of the hips in metres, or (x, y, z). goals: {'Arm.R': (point, pole), 'Leg.L': (ankle, toe pitch), 'Hand.R': point}."""
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
    way = lift if isinstance(lift, (tuple, list, Vector)) else (0, 0, lift)
    hips.location = hips.bone.matrix_local.to_3x3().inverted() @ Vector(way)
    if goals:
        bpy.context.view_layer.update()
        _reach_all(rig, goals(rig) if callable(goals) else goals)


def _reach_all(rig, goals):
    for name, goal in goals.items():
        limb, side = name.split('.')
        if limb == 'Arm':
            reach(rig, 'UpperArm.' + side, 'LowerArm.' + side, Vector(goal[0]), Vector(goal[1]))
        elif limb == 'Leg':
            ankle = Vector(goal[0])
            knee = ankle + Vector((0.03 * (1 if side == 'L' else -1), -1.2, 0.4))
            reach(rig, 'UpperLeg.' + side, 'LowerLeg.' + side, ankle, knee)
            _flat(rig, 'Foot.' + side, goal[1])
        else:
            aim(rig, name, Vector(goal))


def aim(rig, name, point):
    """Turns a bone so that its tail points to `point`."""
    bone = rig.pose.bones[name]
    turn = (bone.tail - bone.head).rotation_difference(point - bone.head).to_matrix().to_4x4()
    at = Matrix.Translation(bone.head)
    bone.matrix = at @ turn @ at.inverted() @ bone.matrix
    bpy.context.view_layer.update()


def reach(rig, upper, lower, point, pole):
    """Bends two bones so that the second ends at `point`, the joint between them towards `pole`."""
    a = rig.pose.bones[upper].head.copy()
    first, second = rig.pose.bones[upper].length, rig.pose.bones[lower].length
    way = point - a
    far = min(way.length, (first + second) * 0.9995)
    along = way.normalized()
    across = (pole - a) - along * (pole - a).dot(along)
    across.normalize()
    cosine = (first * first + far * far - second * second) / (2 * first * far)
    cosine = max(-1.0, min(1.0, cosine))
    joint = a + along * first * cosine + across * first * math.sqrt(1 - cosine * cosine)
    aim(rig, upper, joint)
    aim(rig, lower, a + along * far)


def _flat(rig, name, pitch_deg):
    """The foot as it stands at rest, tipped by so much: + lifts the heel."""
    bone = rig.pose.bones[name]
    tip = Matrix.Rotation(math.radians(pitch_deg), 4, 'X')
    at = Matrix.Translation(bone.head)
    bone.matrix = at @ tip @ bone.bone.matrix_local.to_3x3().to_4x4()
    bpy.context.view_layer.update()


def carried_by(rig, name, point):
    """Where a point of the rest pose that belongs to a bone is now."""
    bone = rig.pose.bones[name]
    return bone.matrix @ bone.bone.matrix_local.inverted() @ Vector(point)


def lowest_m(skin):
    """Height of the lowest point of the posed skin."""
    bpy.context.view_layer.update()
    evaluated = skin.evaluated_get(bpy.context.evaluated_depsgraph_get())
    return min((evaluated.matrix_world @ vert.co).z for vert in evaluated.data.vertices)


def clip(rig, name, keys):
    """keys: (frame, angles, lift, goals or nothing). Poses are found first, with no clip playing, then written."""
    rig.animation_data_create()
    rig.animation_data.action = None
    bones = rig.pose.bones
    poses, last = [], {}
    for frame, angles, lift, *goals in keys:
        apply_pose(rig, angles, lift, goals[0] if goals else None)
        turns = {}
        for bone in bones:
            turn = bone.rotation_quaternion.copy()
            if bone.name in last and last[bone.name].dot(turn) < 0:
                turn.negate()
            turns[bone.name] = last[bone.name] = turn
        poses.append((frame, turns, bones['Hips'].location.copy()))
    action = bpy.data.actions.new(name)
    rig.animation_data.action = action
    for frame, turns, place in poses:
        for bone in bones:
            bone.rotation_quaternion = turns[bone.name]
            bone.keyframe_insert('rotation_quaternion', frame=frame)
        bones['Hips'].location = place
        bones['Hips'].keyframe_insert('location', frame=frame)
    for curve in action.fcurves:
        for point in curve.keyframe_points:
            point.interpolation = 'LINEAR' if name in LINEAR else 'BEZIER'
    rig.animation_data.action = None
    track = rig.animation_data.nla_tracks.new()
    track.name = name
    track.strips.new(name, 1, action).name = name
    track.mute = True  # else it plays while the next poses are searched


def unmute(rig):
    for track in rig.animation_data.nla_tracks:
        track.mute = False


#: clips whose keys lie so close that straight lines between them are smooth
LINEAR = ('crouch', 'help', 'carry')
