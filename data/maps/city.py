"""The street map of 晴川市, a city that does not exist.

The plan is drawn on a straight grid (u to the east, v to the north, metres, the river along v = 0) and then bent:
warp() gives the river its course and the streets their curves. Streets that cross on the grid share a node.
The same seed makes the same city.
"""

import bisect
import math
import random

CENTER_LON, CENTER_LAT = 104.06, 30.67
METRES_PER_DEGREE = 111319.49
HALF_RIVER = 135

WEST, EAST, SOUTH, NORTH = -7600, 8600, -6000, 6400
URBAN_RX, URBAN_RY, URBAN_V = 5300, 4500, 100


def river_y(x):
    """The course of 晴川江: from the south-west, round a bend, to the north-east."""
    return -640 + 0.1 * x + 190 * math.sin(x / 1250 - 0.6) + 120 * math.sin(x / 3100 + 1)


def warp(u, v):
    """From the plan to metres east and north of the centre."""
    x = u + 95 * math.sin(v / 1500 + 0.4) + 45 * math.sin((u + v) / 900)
    near = math.exp(-((v / 2100) ** 2))
    y = v - 600 + (river_y(x) + 600) * near + (1 - near) * 130 * math.sin(x / 1700 + v / 2500)
    return x, y


def to_degrees(x, y):
    lon = CENTER_LON + x / (METRES_PER_DEGREE * math.cos(math.radians(CENTER_LAT)))
    return lon, CENTER_LAT + y / METRES_PER_DEGREE


def blob(cx, cy, rx, ry, wobble=0.12, phase=0.0, points=48):
    """A closed, soft outline."""
    ring = []
    for i in range(points):
        t = 2 * math.pi * i / points
        r = 1 + wobble * math.sin(2 * t + phase) + wobble / 2 * math.sin(3 * t + 2 * phase)
        ring.append((cx + rx * r * math.cos(t), cy + ry * r * math.sin(t)))
    return ring


def smooth(points, times=4):
    """Chaikin's corner cutting; the ends stay."""
    for _ in range(times):
        cut = [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            cut.append((0.75 * x0 + 0.25 * x1, 0.75 * y0 + 0.25 * y1))
            cut.append((0.25 * x0 + 0.75 * x1, 0.25 * y0 + 0.75 * y1))
        points = cut + [points[-1]]
    return points


def inside(ring, x, y):
    hit = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            hit = not hit
    return hit


def distance_to_line(line, x, y):
    best = float('inf')
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2
        t = max(0, min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length)) if length else 0
        best = min(best, math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)))
    return best


# Arterial streets across the plan: where, class, pieces (from, to, name). Primary streets may lead out of the city.
EAST_WEST = [
    (4250, 'secondary', [(-4300, -600, '北郊西路'), (-600, 4300, '北郊东路')]),
    (3480, 'primary', [(-8600, -1900, '环城北路'), (-1900, 2400, '环城北路'), (2400, 8600, '环城北路')]),
    (2830, 'secondary', [(-4600, 400, '铁西路'), (400, 5000, '铁东路')]),
    (2270, 'secondary', [(-4300, -1900, '石鼓路'), (-1900, 1150, '站前路'), (2400, 5000, '塔北路')]),
    (1900, 'tertiary', [(-4300, -250, '学府路'), (-250, 700, '学府路')]),
    (1400, 'primary', [(-8600, -250, '建设路'), (-250, 8600, '建设路')]),
    (960, 'tertiary', [(-4300, -1900, '槐荫街'), (-1900, 400, '文昌街'), (400, 4200, '塔山南街')]),
    (585, 'secondary', [(-4600, -250, '滨江西路'), (-250, 4900, '滨江东路')]),
    (215, 'secondary', [(-5200, 1900, '滨江北路'), (1900, 5200, '滨江北路')]),
    (-255, 'secondary', [(-5200, 5200, '滨江南路')]),
    (-640, 'tertiary', [(-1900, 1150, '荷塘街'), (1150, 4200, '云锦街')]),
    (-1010, 'primary', [(-8600, -250, '临湖路'), (-250, 8600, '云桥路')]),
    (-1560, 'secondary', [(-250, 4600, '锦秋大道')]),
    (-2150, 'tertiary', [(400, 4200, '石浦路')]),
    (-2720, 'secondary', [(-4600, 400, '湖滨南路'), (400, 4600, '湖滨东路')]),
    (-3450, 'primary', [(-8600, -250, '环城南路'), (-250, 8600, '环城南路')]),
    (-4150, 'tertiary', [(-3500, 3300, '南郊路')]),
]

NORTH_SOUTH = [
    (-4300, 'tertiary', [(585, 4250, '望塔路'), (-3450, -255, '枫林路')]),
    (-3500, 'secondary', [(215, 4250, '石桥路'), (-4150, -255, '芦荡路')]),
    (-2700, 'tertiary', [(215, 3480, '槐安路'), (-3450, -255, '湖西路')]),
    (-1900, 'primary', [(215, 7200, '红星路'), (-255, 215, '红星路'), (-1010, -255, '红星南路'),
                        (-6900, -2720, '红星南路')]),
    (-1150, 'tertiary', [(215, 2270, '文昌阁街')]),
    (-700, 'tertiary', [(215, 1400, '码头街'), (2830, 4250, '机务段路')]),
    (-250, 'secondary', [(215, 4250, '解放路'), (-255, 215, '解放路'), (-4150, -255, '镜湖路')]),
    (400, 'primary', [(215, 7200, '文昌路'), (-255, 215, '文昌路'), (-6900, -255, '橘园路')]),
    (1150, 'secondary', [(215, 1400, '东风路'), (-3450, -255, '水厂路')]),
    (1900, 'tertiary', [(215, 1400, '市场路'), (-3450, -255, '纺织路')]),
    (2600, 'primary', [(215, 7200, '塔山路'), (-255, 215, '塔山路'), (-6900, -255, '云桥大道')]),
    (3400, 'tertiary', [(215, 4250, '塔东路'), (-3450, -255, '朝阳路')]),
    (4200, 'secondary', [(215, 4250, '桃园路'), (-3450, -255, '望江路')]),
]

BRIDGES = {-1900: '红星大桥', -250: '晴川大桥', 400: '文昌大桥', 2600: '云桥'}

LANE_FIRST = ('柳荫 青石 桂花 铜井 书院 米市 竹林 梅园 石榴 水塔 长乐 安居 太平 永兴 福寿 和平 新华 胜利 友谊 光明 '
              '团结 劳动 青年 建工 纺织 机械 东门 西门 南园 北园 槐树 银杏 海棠 芙蓉 白果 莲池 荷花 紫藤 听雨 望江 '
              '渔港 船厂 盐市 茶店 酱园 染坊 豆腐 打铁 骡马 灯笼 丝绵 清泉 甘露 凤凰 麒麟 白马 金牛 玉带 三元 状元 '
              '文庙 育才 求知 春晖 朝霞 晚晴 静安 永宁 兴业 工农 民主 公园 体育 邮电 广场 花园 翠屏 锦绣 平安 康乐').split()
LANE_LAST = ['巷', '街', '里', '路', '胡同']

PLACES = [  # class, name, x, y
    ('city', '晴川市', 60, -260), ('district', '江北区', -970, 560), ('district', '云桥区', 1750, -1050),
    ('district', '临湖区', -1500, -1250), ('district', '塔山区', 3000, 1500),
    ('neighbourhood', '老码头', 330, 165), ('neighbourhood', '文昌阁', -1380, 150),
    ('neighbourhood', '柳荫巷', 900, 1060), ('neighbourhood', '机务段', -620, 2600),
    ('neighbourhood', '橘园', 960, -1830), ('neighbourhood', '石浦', 2200, -2250),
    ('neighbourhood', '大学城', -3100, 1750), ('neighbourhood', '纺织城', 1500, -3000),
    ('neighbourhood', '石鼓', -3900, 1400), ('neighbourhood', '桃园', 4500, 1900),
    ('neighbourhood', '芦荡', -3900, -1500), ('neighbourhood', '东风里', 1500, 480),
    ('village', '上石鼓村', -6500, 2100), ('village', '黄泥坝', -6300, -2700), ('village', '杨家湾', 6500, -2600),
    ('village', '桃花村', 6400, 3900), ('village', '北山坪', 1700, 5600), ('village', '南溪', -700, -5500),
]


class City:
    """Collects nodes, ways and relations as OpenStreetMap has them."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.nodes = []        # (lon, lat, tags)
        self.ways = []         # (node ids, tags)
        self.relations = []    # ([(way id, role)], tags)
        self.by_place = {}
        self.addresses = []    # (x, y, street): along named streets
        self.lanes = self.lane_names()

        self.lake = blob(-1060, -2080, 560, 360, 0.13, 0.7)
        self.lake_park = blob(-1020, -2090, 800, 560, 0.07, 0.3)
        self.hill = blob(1560, 2080, 800, 500, 0.09, 1.1)
        self.orchard = blob(930, -1640, 230, 170, 0.08, 2.0)
        self.island = blob(760, river_y(760) + 8, 300, 42, 0.05, 0.4)
        self.rail = smooth([(-8000, 700), (-5600, 620), (-3600, 880), (-1640, 1330), (-520, 1690), (140, 1990),
                            (620, 2650), (900, 3600), (1700, 5000), (2500, 7000)])
        self.parks = [self.lake_park, self.hill, self.orchard]

    def lane_names(self):
        names = [first + last for last in LANE_LAST for first in LANE_FIRST]
        head, rest = names[:1], names[1:]
        self.random.shuffle(rest)
        return iter(head + rest)

    # ---- writing

    def node(self, x, y, tags=None):
        lon, lat = to_degrees(x, y)
        key = (round(lon, 6), round(lat, 6))
        if tags is None and key in self.by_place:
            return self.by_place[key]
        self.nodes.append((*key, tags or {}))
        if tags is None:
            self.by_place[key] = len(self.nodes)
        return len(self.nodes)

    def way(self, points, tags):
        ids = [self.node(x, y) for x, y in points]
        ids = [a for a, b in zip(ids, [None] + ids) if a != b]
        if len(ids) < 2:
            return 0
        self.ways.append((ids, tags))
        return len(self.ways)

    def area(self, ring, tags):
        return self.way(ring + ring[:1], tags)

    # ---- what streets and buildings must leave free

    def is_water_or_park(self, x, y):
        return any(inside(ring, x, y) for ring in self.parks)

    def is_urban(self, u, v):
        bump = 0.12 * math.sin(3 * math.atan2(v - URBAN_V, u) + 0.8)
        return (u / URBAN_RX) ** 2 + ((v - URBAN_V) / URBAN_RY) ** 2 < (0.94 + bump) ** 2

    # ---- nature

    def add_water(self):
        xs = range(-9000, 9001, 60)
        north = [(x, river_y(x) + HALF_RIVER + 14 * math.sin(x / 420)) for x in xs]
        south = [(x, river_y(x) - HALF_RIVER + 11 * math.sin(x / 510 + 2)) for x in xs]
        outer = self.area(north + south[::-1], {})
        inner = self.area(self.island, {})
        self.relations.append(([(outer, 'outer'), (inner, 'inner')],
                               {'type': 'multipolygon', 'natural': 'water', 'water': 'river', 'name': '晴川江'}))
        self.area(self.island, {'leisure': 'park', 'name': '白鹭洲'})
        # the course keeps to the south of the island
        self.way([(x, river_y(x) - 80 * math.exp(-(((x - 760) / 420) ** 4))) for x in xs],
                 {'waterway': 'river', 'name': '晴川江'})
        for side in (1, -1):
            bank = [(x, river_y(x) + side * HALF_RIVER + 12 * math.sin(x / 450)) for x in range(-5200, 5201, 60)]
            lawn = [(x, y + side * 42) for x, y in bank]
            self.area(bank + lawn[::-1], {'leisure': 'park'})
        self.area(self.lake_park, {'leisure': 'park', 'name': '临湖公园'})
        self.area(self.lake, {'natural': 'water', 'water': 'lake', 'name': '镜湖'})
        creek = smooth([(-4700, -6400), (-4300, -4600), (-3000, -3900), (-2300, -2600), (-1560, -2100)])
        self.way(creek, {'waterway': 'stream', 'name': '芦荡河'})

    def add_green(self):
        self.area(self.hill, {'leisure': 'park', 'name': '塔山公园'})
        self.area(self.orchard, {'leisure': 'park', 'name': '橘园公园'})
        self.nodes.append((*to_degrees(1830, 2260), {'natural': 'peak', 'name': '塔山', 'ele': '214'}))
        for scale in (0.78, 0.5):
            self.way([(1560 + (x - 1560) * scale, 2080 + (y - 2080) * scale) for x, y in self.hill + self.hill[:1]],
                     {'highway': 'path'})
        self.way([(-1020 + (x + 1020) * 0.86, -2090 + (y + 2090) * 0.84) for x, y in self.lake_park + self.lake_park[:1]],
                 {'highway': 'footway'})
        for cx, cy, rx, ry, name in [(5900, 5300, 1500, 700, '北山'), (-6300, 4600, 1100, 900, '石鼓岭'),
                                     (6500, -4700, 1000, 800, None), (-6600, -4700, 800, 700, None),
                                     (3700, 5600, 700, 420, None)]:
            tags = {'landuse': 'forest'}
            if name:
                tags['name'] = name
            self.area(blob(cx, cy, rx, ry, 0.14, cx / 700), tags)

    # ---- railway

    def add_railway(self):
        for shift in (0, 9):
            self.way([(x, y + shift) for x, y in self.rail],
                     {'railway': 'rail', 'name': '晴石铁路'} if shift == 0 else {'railway': 'rail', 'service': 'yard'})
        yard = [(x, y) for x, y in self.rail if -1200 < x < 100]
        for track in (22, 34, 46):
            self.way(smooth([yard[0]] + [(x - track * 0.4, y + track) for x, y in yard[6:-6]] + [yard[-1]], 2),
                     {'railway': 'rail', 'service': 'yard'})
        self.area([(-760, 1520), (-300, 1700), (-330, 1752), (-785, 1575)], {'building': 'train_station'})
        self.nodes.append((*to_degrees(-540, 1640), {'railway': 'station', 'name': '晴川站'}))
        self.area([(-600, 1475), (-420, 1545), (-445, 1625), (-635, 1555)],
                  {'highway': 'pedestrian', 'area': 'yes', 'name': '站前广场'})

    # ---- streets

    def plan_streets(self):
        """Lists of (fixed coordinate, from, to, class, name) along u and along v."""
        along_u = [(v, a, b, kind, name) for v, kind, parts in EAST_WEST for a, b, name in parts]
        along_v = [(u, a, b, kind, name) for u, kind, parts in NORTH_SOUTH for a, b, name in parts]
        blocks = []
        us = sorted({-5100, 5100} | {u for u, _, _ in NORTH_SOUTH})
        vs = sorted(v for v, _, _ in EAST_WEST)
        for u0, u1 in zip(us, us[1:]):
            for v0, v1 in zip(vs, vs[1:]):
                if not v0 < 0 < v1:
                    self.split(u0, v0, u1, v1, along_u, along_v, blocks)
        return along_u, along_v, blocks

    def split(self, u0, v0, u1, v1, along_u, along_v, blocks):
        """Cuts a block by lanes until it is of the size of a city block."""
        rnd = self.random
        width, height = u1 - u0, v1 - v0
        if not self.is_urban((u0 + u1) / 2, (v0 + v1) / 2):
            return
        limit = rnd.choice([230, 270, 320, 370])
        if max(width, height) <= limit:
            blocks.append((u0, v0, u1, v1))
            return
        name = next(self.lanes, None) if max(width, height) > 260 else None
        share = rnd.uniform(0.4, 0.6)
        if width >= height * rnd.uniform(0.85, 1.2):
            u = round(u0 + width * share)
            along_v.append((u, v0, v1, 'residential', name))
            self.split(u0, v0, u, v1, along_u, along_v, blocks)
            self.split(u, v0, u1, v1, along_u, along_v, blocks)
        else:
            v = round(v0 + height * share)
            along_u.append((v, u0, u1, 'residential', name))
            self.split(u0, v0, u1, v, along_u, along_v, blocks)
            self.split(u0, v, u1, v1, along_u, along_v, blocks)

    def crossings(self, streets, others):
        """For each street the places where others meet it."""
        order = sorted(others)
        keys = [other[0] for other in order]
        for street in streets:
            at, a, b = street[:3]
            first, last = bisect.bisect_left(keys, a), bisect.bisect_right(keys, b)
            yield street, {order[i][0] for i in range(first, last) if order[i][1] <= at <= order[i][2]}

    def add_streets(self, along_u, along_v):
        for street, meets in self.crossings(along_u, along_v):
            self.add_street(street, meets, lambda t, at=street[0]: (t, at))
        for street, meets in self.crossings(along_v, along_u):
            self.add_street(street, meets, lambda t, at=street[0]: (at, t))

    def add_street(self, street, meets, on_plan):
        _, a, b, kind, name = street
        steps = sorted({a, b} | meets | set(range(int(a) + 45, int(b) - 44, 50)))
        piece = []
        for t in steps:
            u, v = on_plan(t)
            x, y = warp(u, v)
            if self.blocks_street(x, y, kind):
                self.add_piece(piece, kind, name)
                piece = []
            else:
                piece.append((x, y, u, v))
        self.add_piece(piece, kind, name)

    def blocks_street(self, x, y, kind):
        if self.is_water_or_park(x, y):
            return True
        return kind == 'residential' and self.is_by_railway(x, y, 34)

    def is_by_railway(self, x, y, metres):
        near = [p for p in self.rail if abs(p[0] - x) < 400 and abs(p[1] - y) < 400]
        return len(near) > 1 and distance_to_line(near, x, y) < metres

    def add_piece(self, piece, kind, name):
        if len(piece) < 2:
            return
        tags = {'highway': kind}
        if name:
            tags['name'] = name
        bridge = BRIDGES.get(piece[0][2]) if piece[0][2] == piece[-1][2] else None
        if bridge and all(-260 <= p[3] <= 220 for p in piece):
            self.add_bridge(piece, tags)
            return
        if kind == 'residential' and self.random.random() < 0.06:
            return
        self.way([p[:2] for p in piece], tags)
        if name:
            self.addresses += [(p[0], p[1], name) for p in piece]

    def add_bridge(self, piece, tags):
        """The banks belong to the street, what lies between to the bridge."""
        low = [p for p in piece if p[3] <= -150]
        high = [p for p in piece if p[3] >= 150]
        over = [p for p in piece if -160 < p[3] < 160]
        span = [low[-1]] + [p for p in over if p not in (low[-1], high[0])] + [high[0]]
        self.way([p[:2] for p in low], tags)
        self.way([p[:2] for p in high], tags)
        self.way([p[:2] for p in span], {**tags, 'bridge': 'yes', 'layer': '1', 'name': BRIDGES[piece[0][2]]})

    def add_expressways(self):
        ring = []
        for i in range(121):
            t = 2 * math.pi * i / 120
            c, s = math.cos(t), math.sin(t)
            ring.append((5150 * math.copysign(abs(c) ** 0.5, c), 4650 * math.copysign(abs(s) ** 0.5, s) - 60))
        pieces, run, wet = [], [], None
        for x, y in smooth(ring, 2):
            over = abs(y - river_y(x)) < HALF_RIVER + 40
            if run and over != wet:
                pieces.append((run + [(x, y)], wet))
                run = []
            wet = over
            run.append((x, y))
        pieces.append((run, wet))
        for points, bridge in pieces:
            tags = {'highway': 'trunk', 'name': '环城快速路'}
            if bridge:
                tags.update(bridge='yes', layer='2')
            self.way(points, tags)
        for line in ([(5120, 2600), (5900, 3000), (6700, 2800), (8000, 3300)],
                     [(-5120, -2500), (-6900, -2300), (-6700, -1700), (-8000, -1500)]):
            self.way(smooth(line), {'highway': 'motorway', 'name': '晴石高速'})

    # ---- what stands in the blocks

    def add_blocks(self, blocks):
        schools = iter(f'晴川市第{n}中学' for n in '一二三四五六七八九')
        for u0, v0, u1, v1 in blocks:
            margin = 15
            u0, v0, u1, v1 = u0 + margin, v0 + margin, u1 - margin, v1 - margin
            center = warp((u0 + u1) / 2, (v0 + v1) / 2)
            if u1 - u0 < 40 or v1 - v0 < 40 or self.is_water_or_park(*center):
                continue
            self.fill_block(u0, v0, u1, v1, center, schools)

    def fill_block(self, u0, v0, u1, v1, center, schools):
        urban = math.hypot(center[0] / 3200, (center[1] + 200) / 2600)
        kind = self.random.random()
        if kind < 0.05:
            self.area(self.bend(u0, v0, u1, v1), {'leisure': 'park'})
        elif kind < 0.075 and (u1 - u0) * (v1 - v0) > 22000:
            self.add_school(u0, v0, u1, v1, next(schools, None))
        elif kind < 0.12 + 0.22 * min(urban, 1.4):
            self.area(self.bend(u0, v0, u1, v1), {'landuse': 'grass'}) if self.random.random() < 0.25 else None
            self.slabs(u0, v0, u1, v1, 0.55)
        elif kind < 0.75:
            self.slabs(u0, v0, u1, v1, 0.92)
        else:
            self.courts(u0, v0, u1, v1)

    def bend(self, u0, v0, u1, v1):
        return [warp(u, v) for u, v in ((u0, v0), ((u0 + u1) / 2, v0), (u1, v0), (u1, (v0 + v1) / 2), (u1, v1),
                                        ((u0 + u1) / 2, v1), (u0, v1), (u0, (v0 + v1) / 2))]

    def building(self, u0, v0, u1, v1, name=None):
        ring = [warp(u, v) for u, v in ((u0, v0), (u1, v0), (u1, v1), (u0, v1))]
        if any(self.is_water_or_park(x, y) or self.is_by_railway(x, y, 30) for x, y in ring[::2]):
            return
        tags = {'building': 'yes'}
        if name:
            tags['name'] = name
        self.area(ring, tags)

    def slabs(self, u0, v0, u1, v1, share):
        """Rows of flats facing south."""
        rnd = self.random
        depth, gap = rnd.uniform(13, 17), rnd.uniform(21, 30)
        length = rnd.uniform(42, 68)
        v = v0
        while v + depth < v1 + 2:
            u = u0
            while u + 24 < u1:
                end = min(u + length, u1)
                if end - u > 24 and rnd.random() < share:
                    self.building(u, v, end, v + depth)
                u = end + rnd.uniform(10, 16)
            v += depth + gap

    def courts(self, u0, v0, u1, v1):
        """Buildings along the streets round a court, and a block within."""
        rnd = self.random
        d = rnd.uniform(16, 22)
        for a0, b0, a1, b1 in ((u0, v0, u1, v0 + d), (u0, v1 - d, u1, v1), (u0, v0 + d + 8, u0 + d, v1 - d - 8),
                               (u1 - d, v0 + d + 8, u1, v1 - d - 8)):
            if rnd.random() < 0.85 and a1 - a0 > 8 and b1 - b0 > 8:
                self.building(a0, b0, a1, b1)
        if u1 - u0 > 110 and v1 - v0 > 110 and rnd.random() < 0.7:
            self.building(u0 + d + 22, v0 + d + 22, u1 - d - 22, v1 - d - 22)

    def add_school(self, u0, v0, u1, v1, name):
        tags = {'amenity': 'school'}
        if name:
            tags['name'] = name
        self.area(self.bend(u0, v0, u1, v1), tags)
        middle = (u0 + u1) / 2
        self.area(self.bend(u0 + 10, v0 + 10, middle - 8, v1 - 10), {'leisure': 'pitch'})
        self.slabs(middle + 6, v0 + 8, u1 - 8, v1 - 8, 1)

    def add_names(self):
        for kind, name, x, y in PLACES:
            self.nodes.append((*to_degrees(x, y), {'place': kind, 'name': name}))
        for name, u, v in (('文昌阁', -1150, 585), ('建设路口', 400, 1400), ('云桥', 2600, -1010), ('镜湖东', -250, -1560),
                           ('晴川站', -250, 2270), ('桃园', 4200, 1400), ('石浦', 1150, -2150), ('大学城', -3500, 1400)):
            x, y = warp(u, v)
            self.nodes.append((*to_degrees(x + 20, y + 16), {'railway': 'station', 'station': 'subway', 'name': name}))
        for kind, name, x, y in (('townhall', '晴川市人民政府', -620, 1010), ('hospital', '市人民医院', 1480, -560),
                                 ('hospital', '江北区医院', -2300, 700), ('library', '市图书馆', -560, -960),
                                 ('bus_station', '晴川汽车站', -180, 1500), ('university', '晴川大学', -3080, 1480)):
            self.nodes.append((*to_degrees(x, y), {'amenity': kind, 'name': name}))
        self.nodes.append((*to_degrees(-1420, 110), {'tourism': 'museum', 'name': '晴川博物馆'}))
        for _, _, x, y in (p for p in PLACES if p[0] == 'village'):
            for _ in range(26):
                dx, dy = self.random.gauss(0, 150), self.random.gauss(0, 110)
                w, h = self.random.uniform(10, 18), self.random.uniform(8, 13)
                self.area([(x + dx, y + dy), (x + dx + w, y + dy + 2), (x + dx + w - 1, y + dy + h),
                           (x + dx - 1, y + dy + h - 2)], {'building': 'house'})

    def build(self):
        along_u, along_v, blocks = self.plan_streets()
        self.add_green()
        self.add_water()
        self.add_streets(along_u, along_v)
        self.add_expressways()
        self.add_railway()
        self.add_blocks(blocks)
        self.add_names()
        return self
