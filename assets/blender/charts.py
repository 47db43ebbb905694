"""Lightmap charts: each primitive writes its own flat charts in metres; here they are packed into one square map."""
import numpy as np

_last_chart = 0
#: texel density of charts whose part asked for one, a share of that of plain walls
_details = {}
_detail = None


def use_detail(share):
    """Charts numbered from now on get this density whatever their size; None: by size, as pack_charts says."""
    global _detail
    _detail = share


def next_chart():
    """A chart number never used before in this run."""
    global _last_chart
    _last_chart += 1
    if _detail is not None:
        _details[_last_chart] = _detail
    return _last_chart


def _dominant(face, favoured):
    normal = face.normal
    axis = max(range(3), key=lambda i: abs(normal[i]) + (0.02 if i == favoured else 0) - 0.001 * i)
    return axis, normal[axis] > 0


def planar_charts(mesh, chart_layer, uv_layer, thin_axis=None):
    """Flood-fills faces that share a dominant axis into charts.

    thin_axis: the thin direction of a flat panel; its edge faces are folded onto the two big faces, so that a
    panel costs two charts and no slivers.
    """
    mesh.faces.ensure_lookup_table()
    keys = {face: _dominant(face, thin_axis) for face in mesh.faces}
    if thin_axis is not None and _fold_panel(mesh, keys, chart_layer, uv_layer, thin_axis):
        return
    seen = set()
    for first in mesh.faces:
        if first in seen:
            continue
        number = next_chart()
        seen.add(first)
        todo = [first]
        u, v = [i for i in range(3) if i != keys[first][0]]
        while todo:
            face = todo.pop()
            face[chart_layer] = number
            for loop in face.loops:
                loop[uv_layer].uv = (loop.vert.co[u], loop.vert.co[v])
            for edge in face.edges:
                for neighbour in edge.link_faces:
                    if neighbour not in seen and keys[neighbour] == keys[face]:
                        seen.add(neighbour)
                        todo.append(neighbour)


def _fold_panel(mesh, keys, chart_layer, uv_layer, axis):
    sides = {(axis, f.normal[axis] > 0) for f in mesh.faces if abs(f.normal[axis]) > 0.9}
    if not sides:
        return False
    for face in mesh.faces:
        along = face.normal[axis]
        # edges go with the side that is seen: the top of a board, the front of a panel
        key = (axis, axis == 2 if abs(along) < 0.01 else along > 0)
        keys[face] = key if key in sides else next(iter(sides))
    u, v = [i for i in range(3) if i != axis]
    for side in sides:
        number = next_chart()
        folded = [f for f in mesh.faces if keys[f] == side]
        core = [vert.co for f in folded if abs(f.normal[axis]) > 0.9 for vert in f.verts]
        low_u, high_u = min(c[u] for c in core), max(c[u] for c in core)
        low_v, high_v = min(c[v] for c in core), max(c[v] for c in core)
        for face in folded:
            face[chart_layer] = number
            for loop in face.loops:
                co = loop.vert.co
                loop[uv_layer].uv = (min(max(co[u], low_u), high_u), min(max(co[v], low_v), high_v))
    return True


def _skyline_place(skyline, width, height, size):
    best = None
    for index in range(len(skyline)):
        x = skyline[index][0]
        if x + width > size:
            break
        y, probe, left = 0, index, width
        while left > 0:
            y = max(y, skyline[probe][1])
            left -= skyline[probe][2]
            probe += 1
        if y + height <= size and (best is None or (y, x) < best[:2]):
            best = (y, x, index)
    return best


def _skyline_add(skyline, index, x, y, width, height):
    end = x + width
    merged = skyline[:index] + [[x, y + height, width]]
    for start, level, span in skyline[index:]:
        if start + span <= end:
            continue
        if start < end:
            span -= end - start
            start = end
        merged.append([start, level, span])
    out = [merged[0]]
    for segment in merged[1:]:
        if segment[1] == out[-1][1]:
            out[-1][2] += segment[2]
        else:
            out.append(segment)
    return out


def _try_density(sizes_m, weights, density, size, pad):
    texels = np.maximum(np.ceil(sizes_m * (density * weights)[:, None]).astype(int) + 1, 2) + pad
    if texels.prod(1).sum() > size * size:
        return None
    place = np.zeros((len(texels), 2), int)
    skyline = [[0, 0, size]]
    for i in np.lexsort((-texels[:, 0], -texels[:, 1])):
        width, height = int(texels[i, 0]), int(texels[i, 1])
        best = _skyline_place(skyline, width, height, size)
        if best is None:
            return None
        y, x, index = best
        place[i] = (x, y)
        skyline = _skyline_add(skyline, index, x, y, width, height)
    return place, texels


def _charts_of(mesh):
    """Chart number and lightmap UV (metres) of every loop."""
    count = len(mesh.polygons)
    chart = np.zeros(count, np.int32)
    mesh.attributes['chart'].data.foreach_get('value', chart)
    start, total = np.zeros(count, np.int32), np.zeros(count, np.int32)
    mesh.polygons.foreach_get('loop_start', start)
    mesh.polygons.foreach_get('loop_total', total)
    order = np.concatenate([np.arange(a, a + b) for a, b in zip(start, total)])
    loop_chart = np.zeros(len(mesh.loops), np.int32)
    loop_chart[order] = np.repeat(chart, total)
    uv = np.zeros(len(mesh.loops) * 2, np.float32)
    mesh.uv_layers['LM'].data.foreach_get('uv', uv)
    return loop_chart, uv.reshape(-1, 2)


def pack_charts(objects, size, pad=2, shares=None):
    """Packs the charts (metres) of joined objects into one map of size x size texels; the densest packing that fits wins.

    shares: density of each object, a share of the usual. Small things get up to 1.7 times the density of walls, very large faces 0.85, streets 0.3: eyes rest on small things.
    """
    meshes = [obj.data for obj in objects]
    read = [_charts_of(mesh) for mesh in meshes]
    loop_chart, uv = np.concatenate([r[0] for r in read]), np.concatenate([r[1] for r in read])
    ids, chart_of = np.unique(loop_chart, return_inverse=True)
    low, high = np.full((len(ids), 2), 1e9), np.full((len(ids), 2), -1e9)
    np.minimum.at(low, chart_of, uv)
    np.maximum.at(high, chart_of, uv)
    extent = np.maximum(high - low, 1e-4)
    longest = extent.max(1)
    weights = np.where(longest > 9, 0.3, np.where(longest > 4, 0.85, np.where(longest < 0.15, 1.7, np.where(longest < 0.5, 1.3, 1.0))))
    weights = np.array([_details.get(int(i), w) for i, w in zip(ids, weights)])
    last = np.cumsum([len(own) for own, _ in read])
    for share, end, (own, _) in zip(shares or (), last, read):
        weights[np.unique(chart_of[end - len(own):end])] *= share
    upright = extent[:, 1] > extent[:, 0]
    lying = np.where(upright[:, None], extent[:, ::-1], extent)
    low_density, high_density, found = 1.0, 400.0, None
    for _ in range(12):
        density = (low_density + high_density) / 2
        result = _try_density(lying, weights, density, size, pad)
        if result is None:
            high_density = density
        else:
            low_density, found = density, (result, density)
    (place, texels), density = found
    local = uv - low[chart_of]
    local = np.where(upright[chart_of][:, None], local[:, ::-1], local)
    scale = (texels - pad - 1) / np.maximum(lying, 1e-4)
    packed = ((place[chart_of] + pad / 2 + 0.5 + local * scale[chart_of]) / size).astype(np.float32)
    first = 0
    for mesh in meshes:
        mesh.uv_layers['LM'].data.foreach_set('uv', packed[first:first + len(mesh.loops)].ravel())
        first += len(mesh.loops)
    print('charts %d, %.2f cm a texel, fill %.2f' % (len(ids), 100 / density, (texels - pad).prod(1).sum() / size ** 2))
