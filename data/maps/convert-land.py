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
        for rings in shape['arcs'] if shape['type'] == 'MultiPolygon' else [shape['arcs']]:
            kept = [ring for ring in (thin(ring_of(arcs, numbers)) for numbers in rings) if len(ring) > 3 and area(ring) > MIN_ISLAND]
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
