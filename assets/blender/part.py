"""A Part collects bevelled primitives in one mesh, with vertex colours, material classes, UVs and lightmap charts.

Metres, Z up; a part's front faces -Y. The app's axes are (x, z, -y) of these: x right, y up, z to the viewer.
"""
import math
import bmesh
import bpy
from mathutils import Euler, Matrix, Vector
from charts import next_chart, planar_charts, use_detail
from materials import CLASSES, MATERIALS, NAMES, linear

TAU = math.tau
SIDES = {'D': (0, 0, -1), 'U': (0, 0, 1), 'L': (-1, 0, 0), 'R': (1, 0, 0), 'F': (0, -1, 0), 'B': (0, 1, 0)}


def placement(at, rot=(0, 0, 0)):
    """Matrix of a point and Euler degrees."""
    return Matrix.Translation(at) @ Euler([math.radians(a) for a in rot]).to_matrix().to_4x4()


def ring(radius, count, z=0.0, at=(0, 0)):
    """Points of a closed circle, for rails."""
    return [(at[0] + radius * math.cos(TAU * i / count), at[1] + radius * math.sin(TAU * i / count), z)
            for i in range(count)]


class Part:
    def __init__(self, name, at=(0, 0, 0), rot=(0, 0, 0), scale=1.0, detail=None):
        """detail: density of its lightmap, a share of that of plain walls; None: by size (see charts.pack_charts)."""
        self.name = name
        self.detail = detail
        self.mesh_data = bmesh.new()
        self.matrix = placement(at, rot) @ Matrix.Scale(scale, 4)

    # ------------------------------------------------------------------ merging
    def add(self, b, matrix, color, mat, cull='', uv=None, top_color=None, unrolled=None, thin_axis=None):
        """Merges the temporary bmesh `b`.

        cull: sides to drop (letters of SIDES). uv: function local point -> (u, v). top_color: end of a vertical
        gradient. unrolled: lightmap UVs per face in metres, for lathes and tubes.
        """
        use_detail(self.detail)
        if cull:
            b.normal_update()
            gone = [f for f in b.faces if any(f.normal.dot(Vector(SIDES[k])) > 0.95 for k in cull)]
            bmesh.ops.delete(b, geom=gone, context='FACES')
        b.loops.layers.uv.new('UVMap')
        chart_layer = b.faces.layers.int.new('chart')
        light_layer = b.loops.layers.uv.new('LM')
        b.normal_update()
        b.faces.ensure_lookup_table()
        if unrolled:
            number = next_chart()
            for face, corners in zip(b.faces, unrolled):
                face[chart_layer] = number
                for loop, corner in zip(face.loops, corners):
                    loop[light_layer].uv = corner
        else:
            planar_charts(b, chart_layer, light_layer, thin_axis)
        self._paint(b, matrix, color, top_color)
        self._map(b, matrix, mat, uv)
        mesh = bpy.data.meshes.new('piece')
        b.to_mesh(mesh)
        b.free()
        self.mesh_data.from_mesh(mesh)
        bpy.data.meshes.remove(mesh)
        return self

    def _paint(self, b, matrix, color, top_color):
        low, high = linear(color), linear(top_color or color)
        heights = [v.co.z for v in b.verts] or [0]
        floor, span = min(heights), max(1e-6, max(heights) - min(heights))
        shares = [(v.co.z - floor) / span for v in b.verts]
        bmesh.ops.transform(b, matrix=matrix, verts=b.verts)
        b.normal_update()
        layer = b.verts.layers.float_color.new('Col')
        for vert, share in zip(b.verts, shares):
            vert[layer] = [low[i] * (1 - share) + high[i] * share for i in range(4)]

    def _map(self, b, matrix, mat, uv):
        layer = b.loops.layers.uv['UVMap']
        repeat = CLASSES[mat].repeat_m
        inverse = matrix.inverted()
        for face in b.faces:
            face.material_index = NAMES.index(mat)
            face.smooth = True
            normal = self.matrix.to_3x3() @ face.normal
            axis = max(range(3), key=lambda i: abs(normal[i]))
            for loop in face.loops:
                if uv:
                    loop[layer].uv = uv(inverse @ loop.vert.co)
                    continue
                w = self.matrix @ loop.vert.co
                flat = ((w.y, w.z), (w.x, w.z), (w.x, w.y))[axis]
                loop[layer].uv = (flat[0] / repeat, flat[1] / repeat)

    # --------------------------------------------------------------- primitives
    def box(self, size, at, color='#ffffff', mat='matte', bevel=0.008, seg=2, cull='', rot=(0, 0, 0), top_color=None,
            taper=None):
        """Bevelled box centred at `at`; taper = (x, y) scale of its top."""
        b = bmesh.new()
        bmesh.ops.create_cube(b, size=1)
        bmesh.ops.scale(b, vec=size, verts=b.verts)
        if taper:
            for vert in b.verts:
                if vert.co.z > 0:
                    vert.co.x *= taper[0]
                    vert.co.y *= taper[1]
        if bevel:
            bmesh.ops.bevel(b, geom=b.edges[:], offset=min(bevel, min(size) * 0.49), segments=seg, affect='EDGES',
                            profile=0.5)
        thinnest = min(size)
        flat = thinnest <= 0.036 and sorted(size)[1] > thinnest * 1.6
        thin_axis = list(size).index(thinnest) if flat else None
        return self.add(b, placement(at, rot), color, mat, cull, None, top_color, None, thin_axis)

    def lathe(self, profile, at, color='#ffffff', mat='matte', n=24, rot=(0, 0, 0), top_color=None, arc=TAU):
        """Revolves [(r, z), ...] around Z, outside seen when listed bottom to top."""
        b = bmesh.new()
        full = abs(arc - TAU) < 1e-4
        columns = n if full else n + 1
        rings = [[b.verts.new((0, 0, z))] if r < 1e-6 else
                 [b.verts.new((r * math.cos(arc * i / n), r * math.sin(arc * i / n), z)) for i in range(columns)]
                 for r, z in profile]
        along = [0.0]
        for (r0, z0), (r1, z1) in zip(profile, profile[1:]):
            along.append(along[-1] + math.hypot(r1 - r0, z1 - z0))
        mean = sum(r for r, _ in profile) / len(profile) * 1.1
        unrolled = []
        for k, (low, high) in enumerate(zip(rings, rings[1:])):
            if len(low) == 1 and len(high) == 1:
                continue
            v0, v1 = along[k], along[k + 1]
            for i in range(n):
                j = (i + 1) % columns
                u0, u1 = mean * arc * i / n, mean * arc * (i + 1) / n
                middle = (u0 + u1) / 2
                if len(low) == 1:
                    b.faces.new((low[0], high[j], high[i]))
                    unrolled.append(((middle, v0), (u1, v1), (u0, v1)))
                elif len(high) == 1:
                    b.faces.new((low[i], low[j], high[0]))
                    unrolled.append(((u0, v0), (u1, v0), (middle, v1)))
                else:
                    b.faces.new((low[i], low[j], high[j], high[i]))
                    unrolled.append(((u0, v0), (u1, v0), (u1, v1), (u0, v1)))
        return self.add(b, placement(at, rot), color, mat, '', None, top_color, unrolled)

    def cyl(self, radius, height, at, color='#ffffff', mat='matte', bevel=0.006, n=20, rot=(0, 0, 0), top_radius=None,
            seg=2, cull='', top_color=None):
        """Cylinder centred at `at` with rounded rims; cull takes D and U."""
        top = radius if top_radius is None else top_radius
        bevel = min(bevel, height * 0.49, radius * 0.9, top * 0.9)
        half = height / 2
        profile = [] if 'D' in cull else [(0, -half)]
        if bevel <= 0:
            profile += [(radius, -half), (top, half)]
        else:
            turns = [math.pi / 2 * i / seg for i in range(seg + 1)]
            profile += [(radius - bevel + bevel * math.sin(a), -half + bevel - bevel * math.cos(a)) for a in turns]
            profile += [(top - bevel + bevel * math.cos(a), half - bevel + bevel * math.sin(a)) for a in turns]
        if 'U' not in cull:
            profile.append((0, half))
        return self.lathe(profile, at, color, mat, n, rot, top_color)

    def tube(self, points, radius, color='#ffffff', mat='matte', n=8, steps=6, caps=True, closed=False):
        """Smooth (Catmull-Rom) pipe through the points."""
        knots = [Vector(p) for p in points]
        count = len(knots)
        if count == 2:
            return self._sweep(knots, radius, color, mat, n, closed, caps)
        path = []
        for i in range(count if closed else count - 1):
            a, b, c, d = [knots[j % count] if closed else knots[max(0, min(count - 1, j))] for j in range(i - 1, i + 3)]
            for t in [x / steps for x in range(steps)]:
                path.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                                   + (3 * b - a - 3 * c + d) * t ** 3))
        if not closed:
            path.append(knots[-1])
        return self._sweep(path, radius, color, mat, n, closed, caps)

    def rail(self, points, radius, color, mat='metal', n=8, corner=0.03, closed=False):
        """Bent rod: straight runs with rounded corners (chair frames, handles)."""
        knots = [Vector(p) for p in points]
        path = []
        for i, knot in enumerate(knots):
            if not closed and i in (0, len(knots) - 1):
                path.append(knot)
                continue
            back, ahead = knots[i - 1] - knot, knots[(i + 1) % len(knots)] - knot
            a = knot + back.normalized() * min(corner, back.length * 0.45)
            c = knot + ahead.normalized() * min(corner, ahead.length * 0.45)
            path += [a * (1 - t) ** 2 + 2 * knot * t * (1 - t) + c * t * t for t in (0, 0.25, 0.5, 0.75, 1)]
        return self._sweep(path, radius, color, mat, n, closed)

    def _sweep(self, path, radius, color, mat, n, closed, caps=True):
        b = bmesh.new()
        rings, along, up, count = [], [0.0], None, len(path)
        for i, point in enumerate(path):
            ahead = path[(i + 1) % count] if closed else path[min(i + 1, count - 1)]
            behind = path[i - 1] if closed else path[max(i - 1, 0)]
            forward = (ahead - behind).normalized()
            up = up or forward.orthogonal().normalized()
            up = (up - forward * up.dot(forward)).normalized()
            side = forward.cross(up)
            rings.append([b.verts.new(point + radius * (math.cos(TAU * j / n) * up + math.sin(TAU * j / n) * side))
                          for j in range(n)])
            along.append(along[-1] + (path[(i + 1) % count] - point).length)
        unrolled = []
        for k in range(count if closed else count - 1):
            low, high = rings[k], rings[(k + 1) % count]
            for j in range(n):
                b.faces.new((low[j], low[(j + 1) % n], high[(j + 1) % n], high[j]))
                u0, u1 = TAU * radius * j / n, TAU * radius * (j + 1) / n
                unrolled.append(((u0, along[k]), (u1, along[k]), (u1, along[k + 1]), (u0, along[k + 1])))
        if caps and not closed:
            b.faces.new(rings[0][::-1])
            unrolled.append([(TAU * radius * (n - 1 - j) / n, 0) for j in range(n)])
            b.faces.new(rings[-1])
            unrolled.append([(TAU * radius * j / n, along[count - 1]) for j in range(n)])
        return self.add(b, Matrix(), color, mat, unrolled=unrolled)

    def quad(self, width, height, at, rot=(0, 0, 0), color='#ffffff', mat='decal', uv=(0, 0, 1, 1)):
        """Upright plane facing -Y before `rot`; uv = u0, v0, u1, v1."""
        b = bmesh.new()
        corners = ((-width / 2, 0, -height / 2), (width / 2, 0, -height / 2), (width / 2, 0, height / 2),
                   (-width / 2, 0, height / 2))
        b.faces.new([b.verts.new(c) for c in corners])
        return self.add(b, placement(at, rot), color, mat, '', lambda c: (
            uv[0] + (c.x / width + 0.5) * (uv[2] - uv[0]), uv[1] + (c.z / height + 0.5) * (uv[3] - uv[1])))

    def disc(self, radius, at, rot=(0, 0, 0), mat='decal', uv=(0, 0, 1, 1), n=20):
        """Round sign facing -Y before `rot`, for pictures that are round themselves."""
        b = bmesh.new()
        b.faces.new([b.verts.new((radius * math.cos(TAU * i / n), 0, radius * math.sin(TAU * i / n))) for i in range(n)])
        return self.add(b, placement(at, rot), '#ffffff', mat, '', lambda c: (
            uv[0] + (c.x / radius + 1) / 2 * (uv[2] - uv[0]), uv[1] + (c.z / radius + 1) / 2 * (uv[3] - uv[1])))

    def curved_label(self, radius, z0, z1, half_angle, uv, at=(0, 0, 0), n=10, mat='decal'):
        """A sign wrapped round a cylinder, its middle at -Y."""
        b = bmesh.new()
        columns = []
        for i in range(n + 1):
            a = -math.pi / 2 - half_angle + 2 * half_angle * i / n
            x, y = radius * math.cos(a), radius * math.sin(a)
            columns.append((b.verts.new((x, y, z0)), b.verts.new((x, y, z1))))
        for left, right in zip(columns, columns[1:]):
            b.faces.new((left[0], right[0], right[1], left[1]))

        def mapped(c):
            across = (math.atan2(c.x, -c.y) + half_angle) / (2 * half_angle)
            return uv[0] + across * (uv[2] - uv[0]), uv[1] + (c.z - z0) / (z1 - z0) * (uv[3] - uv[1])
        return self.add(b, placement(at), '#ffffff', mat, '', mapped)

    def mesh(self, verts, faces, color, mat='matte', bevel=0.0, seg=2, cull='', top_color=None, uv=None):
        """Closed solid from raw faces; normals are made to point outwards."""
        b = bmesh.new()
        points = [b.verts.new(v) for v in verts]
        for face in faces:
            b.faces.new([points[i] for i in face])
        bmesh.ops.recalc_face_normals(b, faces=b.faces)
        if bevel:
            bmesh.ops.bevel(b, geom=b.edges[:], offset=bevel, segments=seg, affect='EDGES')
        return self.add(b, Matrix(), color, mat, cull, uv, top_color)

    def sheet(self, rows, color, mat='matte', thickness=0.004, top_color=None):
        """Two-sided cloth through a grid of points rows[i][j]."""
        b = bmesh.new()
        grid = [[b.verts.new(p) for p in row] for row in rows]
        across, along = [0.0], [0.0]
        for left, right in zip(rows[0], rows[0][1:]):
            across.append(across[-1] + (Vector(right) - Vector(left)).length)
        for low, high in zip(rows, rows[1:]):
            along.append(along[-1] + (Vector(high[0]) - Vector(low[0])).length)
        flat = {vert: (across[j], along[i]) for i, row in enumerate(grid) for j, vert in enumerate(row)}
        for low, high in zip(grid, grid[1:]):
            for j in range(len(low) - 1):
                b.faces.new((low[j], low[j + 1], high[j + 1], high[j]))
        b.normal_update()
        fronts = b.faces[:]
        shift = {vert: vert.normal * thickness for vert in b.verts}
        back = bmesh.ops.duplicate(b, geom=fronts)
        gap = across[-1] + 0.02
        for vert, offset in shift.items():
            twin = back['vert_map'][vert]
            twin.co -= offset
            flat[twin] = (flat[vert][0] + gap, flat[vert][1])
        bmesh.ops.reverse_faces(b, faces=[f for f in back['geom'] if isinstance(f, bmesh.types.BMFace)])
        b.faces.ensure_lookup_table()
        unrolled = [[flat[loop.vert] for loop in face.loops] for face in b.faces]
        return self.add(b, Matrix(), color, mat, '', None, top_color, unrolled)

    def pillow(self, size, at, color, mat='matte', rot=(0, 0, 0), n=6, power=4, top_color=None):
        """Superellipsoid: a cushion at power 4, an ellipsoid at 2."""
        b = bmesh.new()
        bmesh.ops.create_cube(b, size=2)
        if n > 1:
            bmesh.ops.subdivide_edges(b, edges=b.edges[:], cuts=n - 1, use_grid_fill=True)
        for vert in b.verts:
            k = sum(abs(c) ** power for c in vert.co) ** (1 / power)
            vert.co = Vector([c / k * s / 2 for c, s in zip(vert.co, size)])
        return self.add(b, placement(at, rot), color, mat, '', None, top_color)

    # ---------------------------------------------------------------- finishing
    def done(self, role='static', smooth_deg=42):
        """Links the object. role: 'static' (lightmapped), 'unlit' (backdrops, glass) or 'prop' (movable)."""
        mesh = bpy.data.meshes.new(self.name)
        self.mesh_data.to_mesh(mesh)
        self.mesh_data.free()
        mesh.use_auto_smooth = True
        mesh.auto_smooth_angle = math.radians(smooth_deg)
        for name in NAMES:
            mesh.materials.append(MATERIALS[name])
        obj = bpy.data.objects.new(self.name, mesh)
        obj.matrix_world = self.matrix
        obj['role'] = role
        bpy.context.scene.collection.objects.link(obj)
        mesh.color_attributes.active_color = mesh.color_attributes.get('Col')
        weighted = obj.modifiers.new('weighted', 'WEIGHTED_NORMAL')
        weighted.keep_sharp = True
        weighted.weight = 80
        return obj
