#!/usr/bin/env python3
"""Makes land.geojson from land-50m.json of the npm package world-atlas: see README.md.

Reads TopoJSON (https://github.com/topojson/topojson-specification), keeps the outlines of the land and nothing else,
leaves out islands that no world map shows and simplifies the rest (Douglas and Peucker 1973).
"""

import json
import math
import sys

TOLERANCE = 0.04  # degrees
MIN_ISLAND = 0.03  # square degrees
MAX_LATITUDE = 84  # the projection has no poles


def decode_arcs(topology):
    (kx, ky), (tx, ty) = topology['transform']['scale'], topology['transform']['translate']
    for arc in topology['arcs']:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, max(-MAX_LATITUDE, min(MAX_LATITUDE, y * ky + ty))))
        yield points


def ring_of(arcs, numbers):
    ring = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1:] if ring else points
    return ring


def unwrap(ring):
    """Makes a ring that crosses the 180th meridian run on beyond it; one round the pole is closed along the pole."""
    shift, last, points = 0, ring[0][0], []
    for x, y in ring:
        shift += -360 if x - last > 180 else 360 if x - last < -180 else 0
        last = x
        points.append((x + shift, y))
    if abs(points[-1][0] - points[0][0]) > 180:
        pole = math.copysign(MAX_LATITUDE, points[0][1])
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def cut(ring, keep, edge):
    """What lies on one side of a meridian (Sutherland and Hodgman 1974)."""
    points = []
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        if keep(x0):
            points.append((x0, y0))
        if keep(x0) != keep(x1):
            points.append((edge, y0 + (y1 - y0) * (edge - x0) / (x1 - x0)))
    return points


def pieces(ring):
    """The parts of an unwrapped ring, each between 180 W and 180 E."""
    for shift in (-360, 0, 360):
        moved = [(x + shift, y) for x, y in ring[:-1]]
        inside = cut(cut(moved, lambda x: x >= -180, -180), lambda x: x <= 180, 180)
        if len(inside) > 2:
            yield inside + inside[:1]


def distance(point, start, end):
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = math.hypot(x1 - x0, y1 - y0)
    if length == 0:
        return math.hypot(x - x0, y - y0)
    return abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length


def thin(ring):
    keep, todo = {0, len(ring) // 2, len(ring) - 1}, [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    while todo:
        first, last = todo.pop()
        far = max(range(first + 1, last), key=lambda i: distance(ring[i], ring[first], ring[last]), default=None)
        if far is not None and distance(ring[far], ring[first], ring[last]) > TOLERANCE:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [(round(ring[i][0], 2), round(ring[i][1], 2)) for i in sorted(keep)]


def area(ring):
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:]))) / 2


def polygons(topology):
    arcs = list(decode_arcs(topology))
    for shape in topology['objects']['land']['geometries']:
        for numbers in shape['arcs'] if shape['type'] == 'MultiPolygon' else [shape['arcs']]:
            outer, holes = unwrap(ring_of(arcs, numbers[0])), [ring_of(arcs, hole) for hole in numbers[1:]]
            # holes, such as the Caspian Sea, lie in the largest piece
            for piece in sorted(pieces(outer), key=area, reverse=True):
                kept = [ring for ring in map(thin, [piece] + holes) if len(ring) > 3 and area(ring) > MIN_ISLAND]
                holes = []
                if kept:
                    yield kept


def main():
    with open(sys.argv[1], encoding='utf-8') as source:
        topology = json.load(source)
    features = [{'type': 'Feature', 'properties': {}, 'geometry': {'type': 'Polygon', 'coordinates': rings}}
                for rings in polygons(topology)]
    with open(sys.argv[2], 'w', encoding='utf-8') as target:
        target.write('{"type":"FeatureCollection","features":[\n')
        target.write(',\n'.join(json.dumps(feature, separators=(',', ':')) for feature in features))
        target.write('\n]}\n')


if __name__ == '__main__':
    main()
