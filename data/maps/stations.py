"""465 stations for the sample city: fourteen by hand, the rest drawn along its streets. All invented."""

import math
import random

from city import inside, river_y, to_degrees

HEADINGS = ['编号', '站点名称', '地址', '所属区县', '所属街道', '所属工会', '经度', '纬度', '建设类型', '设施类型', '状态', '开放时间',
            '调休上班日', '进门方式', '联系电话', '联系人', '共建单位', '面积', '座位', '建站时间', '重点区域', '智能站', '服务项目', '备注']

N_STATIONS = 465
N_ALWAYS_OPEN = 40
N_UNKNOWN_HOURS = 96

DISTRICTS = {  # code, streets (街道)
    '江北区': ('JB', ['滨江街道', '文昌街道', '建设路街道', '石桥街道', '学府街道']),
    '塔山区': ('TS', ['塔山街道', '铁西街道', '桃园街道', '东风街道']),
    '临湖区': ('LH', ['镜湖街道', '荷塘街道', '芦荡街道', '湖西街道']),
    '云桥区': ('YQ', ['云桥街道', '石浦街道', '纺织城街道', '望江街道']),
}

WEEKDAYS_NOON = 'Mo-Fr 08:30-12:00,13:30-18:00; Sa-Su 09:00-17:00'
# a comma adds to the day's hours, a semicolon would replace them, and with them what leads over midnight
WITH_SELF_SERVICE = ('Mo-Fr 08:30-12:00,13:30-18:00, Mo-Fr 00:00-08:30,12:00-13:30,18:00-24:00 open "自助"; '
                     'Sa-Su,PH 09:00-17:00, Sa-Su,PH 00:00-09:00,17:00-24:00 open "自助"')

HOURS = [  # weight, value
    (14, 'Mo-Su 08:00-18:00'), (12, 'Mo-Fr 09:00-12:00,14:00-18:00; Sa-Su off'), (10, WEEKDAYS_NOON),
    (9, 'Mo-Su 08:30-20:30'), (8, 'Mo-Sa 08:30-17:30; PH off'), (7, 'Mo-Su 07:00-22:00'),
    (6, 'Mo-Fr 08:30-18:00; Sa-Su,PH 09:00-17:00'), (5, WITH_SELF_SERVICE), (5, 'Mo-Su 06:00-21:00'),
    (4, 'Mo-Fr 09:00-17:30; PH off'), (4, 'Mo-Su 09:00-21:00; PH 10:00-18:00'), (3, 'Tu-Su 09:00-17:00'),
    (3, 'May-Sep: Mo-Su 07:00-21:00; Oct-Apr: Mo-Su 08:00-19:00'), (2, 'Mo-Su 10:00-22:00'),
    (3, 'Mo-Fr 09:00-17:00, Mo-Fr 17:00-21:00 open "自助"; Sa-Su,PH 09:00-21:00 open "自助"'),
    (2, 'May-Sep: Mo-Fr 08:30-18:30; Oct-Apr: Mo-Fr 08:30-17:30; Sa,Su 09:00-16:00; PH off'),
    (2, 'Mo-Su 08:00-18:00; PH unknown "节假日以门口通知为准"'),
    (1, 'Mo-Fr 08:30-17:30; PH off; 2026 Nov 09-2026 Dec 11 off "消防改造"'),
    (1, 'Mo-Su 08:00-19:00; 2026 Dec 28-2027 Jan 03 off "盘点"'),
]
# places with office hours that work when offices work, and whose weekday they then keep
FOLLOWING = 0.7

HOSTS = [  # co-builder, how its station is named, way in
    ('江城商业银行{}支行', '{}金融驿站', '营业厅内，推门即进'), ('{}邮政支局', '{}邮政驿站', '从邮局东侧玻璃门进'),
    ('{}社区服务中心', '{}社区驿站', '服务中心一楼右手第一间'), ('{}供电营业厅', '{}供电驿站', '营业厅入口左侧'),
    ('{}环卫所', '{}环卫驿站', '环卫所大门内'), ('晴川通信{}营业厅', '{}通信驿站', '营业厅内'),
    ('{}公交首末站', '{}公交驿站', '候车区北侧'), ('{}市场管理所', '{}市场驿站', '市场二号门旁'),
    ('{}加油站', '{}加油站驿站', '便利店内'), ('{}物业服务中心', '{}小哥驿站', '门卫室旁，说明即进'),
    ('{}街道总工会', '{}驿站', '一楼临街'), ('{}职工服务中心', '{}职工驿站', '从正门进，电梯口右侧'),
]

SERVICES = [  # chance, word
    (0.97, '饮水'), (0.95, '休息'), (0.93, '手机充电'), (0.82, '热饭'), (0.78, '应急药品'), (0.72, '雨具'),
    (0.6, '无线网络'), (0.55, '空调'), (0.52, '如厕指引'), (0.5, '针线包'), (0.46, '图书'), (0.42, '政策宣传'),
    (0.38, '一键入会'), (0.35, '小维修工具'), (0.28, '冰箱'), (0.24, '法律援助指引'), (0.14, '爱心互献'),
    (0.1, '理发'), (0.08, '健康检测'), (0.06, '母婴室'),
]

SURNAMES = '周李王张刘陈杨黄赵吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭'
GIVEN = '敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉萍红玲芬建国志伟海燕春梅晓东文博雨欣子涵思远'

# name, address, district, street, x, y, kind, facility, state, hours, way in, host
BY_HAND = [
    ('滨江东路驿站', '江北区滨江东路88号一楼', '江北区', '滨江街道', 10, 20, '共建', '驿站', '开放', WITH_SELF_SERVICE,
     '从邮局东侧玻璃门进，上二级台阶有坡道；18:00后刷身份证或微信扫码', '江城商业银行滨江支行'),
    ('老码头驿站', '江北区码头街17号旁', '江北区', '滨江街道', -690, 150, '自建', '驿站', '开放', 'Mo-Su 08:00-20:30',
     '码头街口红房子', ''),
    ('文昌阁驿站', '江北区文昌阁街5号', '江北区', '文昌街道', -1140, -60, '自建', '驿站', '开放', '24/7', '夜间扫门上的码',
     ''),
    ('柳荫巷驿站', '江北区柳荫巷31号', '江北区', '建设路街道', 760, 800, '自建', '驿站', '开放', 'Mo-Su 09:00-17:00', '推门即进',
     ''),
    ('云桥地铁口驿站', '云桥区云桥大道206号B口', '云桥区', '云桥街道', 2600, -1290, '共建', '驿站', '开放', 'Mo-Su 07:00-22:00',
     '地铁云桥站B口出来左转', '晴川地铁运营公司'),
    ('塔山市场驿站', '塔山区塔山南街140号', '塔山区', '塔山街道', 1905, 560, '共建', '驿站', '整改', 'Mo-Su 08:00-18:00',
     '市场二号门旁', '塔山市场管理所'),
    ('白鹭洲驿站', '江北区滨江北路（轮渡口）', '江北区', '滨江街道', 760, -441, '移动', '驿站', '开放', '', '轮渡候船亭内', ''),
    ('晴川站东广场驿站', '江北区站前路1号', '江北区', '建设路街道', -420, 1570, '集装箱', '驿站', '开放', '24/7', '东广场出站口对面', ''),
    ('临湖公园驿站', '临湖区湖滨南路9号南门内', '临湖区', '镜湖街道', -900, -2560, '自建', '驿站', '开放',
     'Apr-Oct: Mo-Su 07:30-20:00; Nov-Mar: Mo-Su 08:30-17:30; PH 09:00-16:00', '公园南门内右手', ''),
    ('石浦水厂驿站', '云桥区石浦路62号', '云桥区', '石浦街道', 1560, -2680, '自建', '驿站', '规划', '', '', '石浦水厂'),
    ('橘园社区驿站', '临湖区橘园路44号', '临湖区', '荷塘街道', 390, -1850, '共建', '驿站', '开放',
     'Mo-Fr 08:30-12:00,14:00-17:30; PH off', '社区服务中心一楼', '橘园社区服务中心'),
    ('东风里驿站', '塔山区东风路12栋一楼', '塔山区', '东风街道', 1180, 440, '自建', '驿站', '开放',
     'Mo-Su 08:00-18:00; PH 10:00-16:00; 2026 Nov 16-2026 Nov 27 off "室内翻新"', '推门即进', ''),
    ('机务段货车司机之家', '塔山区机务段路300号', '塔山区', '铁西街道', -700, 2420, '共建', '职工之家', '开放', '24/7',
     '物流园南门，停车场内', '晴川机务段'),
    ('镜湖路驿站', '临湖区镜湖路与荷塘街交叉口', '临湖区', '镜湖街道', -230, -1180, '自建', '驿站', '开放', '', '路口亭子', ''),
]


def district_of(city, x, y):
    if y < river_y(x):
        return '临湖区' if x < 700 else '云桥区'
    rail_y = min(city.rail, key=lambda p: abs(p[0] - x))[1]
    return '塔山区' if x > 1050 or y > rail_y else '江北区'


def weighted(rnd, table):
    return rnd.choices([row[1] for row in table], [row[0] for row in table])[0]


def person(rnd):
    return rnd.choice(SURNAMES) + ''.join(rnd.sample(GIVEN, rnd.choice([1, 2])))


def services(rnd, smart):
    words = [word for chance, word in SERVICES if rnd.random() < chance]
    return '、'.join(words + (['智能柜'] if smart else []))


class StationMaker:
    def __init__(self, city, seed):
        self.city = city
        self.random = random.Random(seed + 1)
        self.followers = random.Random(seed + 2)
        self.taken = []
        self.names = set()
        self.numbers = dict.fromkeys(DISTRICTS, 0)

    def code(self, district):
        self.numbers[district] += 1
        return f'{DISTRICTS[district][0]}-{self.numbers[district]:04d}'

    def pick_address(self):
        """A place along a street, more often near the centre, never beside another station."""
        while True:
            x, y, street = self.random.choice(self.city.addresses)
            near = math.exp(-((x / 3600) ** 2 + ((y + 200) / 3000) ** 2))
            free = all(math.hypot(x - a, y - b) > 130 for a, b in self.taken)
            if free and self.random.random() < near and not inside(self.city.lake, x, y):
                self.taken.append((x, y))
                return x + self.random.uniform(-14, 14), y + self.random.uniform(-14, 14), street

    def unique_name(self, pattern, street):
        for suffix in ('', '东口', '西口', '南口', '北口', '二', '三', '四', '五'):
            name = pattern.format(street + suffix)
            if name not in self.names:
                self.names.add(name)
                return name
        return self.unique_name(pattern, street + '新')

    def workday_hours(self, hours):
        offices = hours.startswith('Mo-Fr') or 'PH off' in hours
        return '周五' if offices and self.followers.random() < FOLLOWING else ''

    def row(self, name, address, district, street, x, y, kind, facility, state, hours, way_in, host):
        rnd = self.random
        lon, lat = to_degrees(x, y)
        smart = rnd.random() < 0.22
        phone = f'0999-{rnd.randint(8600, 8699)}{rnd.randint(1000, 9999)}' if rnd.random() < 0.93 else ''
        opened = '' if state == '规划' else f'{rnd.randint(2018, 2026)}-{rnd.randint(1, 10):02d}-{rnd.randint(1, 28):02d}'
        notes = {'整改': '标识破损，限期2026-11-28前改好', '暂停': '房屋维修', '规划': '预计2026年12月建成'}
        return [self.code(district), name, address, district, street, f'{street}总工会', f'{lon:.6f}', f'{lat:.6f}', kind, facility, state,
                hours, self.workday_hours(hours), way_in, phone, person(rnd) if rnd.random() < 0.9 else '', host,
                rnd.choice(['', '12', '15', '18', '20', '25', '30', '36', '45', '60', '80']),
                rnd.choice(['', '4', '6', '6', '8', '8', '10', '12', '16', '20']), opened,
                '是' if rnd.random() < 0.24 else '否', '是' if smart else '否', services(rnd, smart),
                notes.get(state, rnd.choice(['', '', '', '', '节假日以门口通知为准', '冬季供应姜茶', '骑手取餐高峰座位紧张']))]

    def draw_row(self, hours):
        rnd = self.random
        x, y, street = self.pick_address()
        district = district_of(self.city, x, y)
        town = rnd.choice(DISTRICTS[district][1])
        number = rnd.randint(1, 320)
        address = f'{district}{street}{number}号' + rnd.choice(['', '', '一楼', '临街', '旁', '院内'])
        kind = rnd.choices(['自建', '共建', '集装箱', '移动'], [34, 50, 11, 5])[0]
        state = rnd.choices(['开放', '暂停', '整改', '规划', '合并', '撤销'], [930, 18, 14, 22, 6, 10])[0]
        facility = rnd.choices(['驿站', '职工之家', '母婴室', '法律服务工作站'], [91, 5, 3, 1])[0]
        host, pattern, way_in = rnd.choice(HOSTS)
        if kind != '共建':
            host, pattern, way_in = '', '{}驿站', rnd.choice(['推门即进', '扫码开门', '刷身份证开门', '', '说明即进'])
        if facility != '驿站':
            pattern = '{}' + {'职工之家': '职工之家', '母婴室': '妈妈小屋', '法律服务工作站': '法律服务站'}[facility]
        return self.row(self.unique_name(pattern, street), address, district, town, x, y, kind, facility, state, hours,
                        way_in, host.format(street))


def make_stations(city, seed):
    maker = StationMaker(city, seed)
    for place in BY_HAND:
        maker.names.add(place[0])
        maker.taken.append((place[4], place[5]))
    rows = [maker.row(*place) for place in BY_HAND]

    always = N_ALWAYS_OPEN - sum(place[9] == '24/7' for place in BY_HAND)
    unknown = N_UNKNOWN_HOURS - sum(place[9] == '' for place in BY_HAND)
    hours = ['24/7'] * always + [''] * unknown
    hours += [weighted(maker.random, HOURS) for _ in range(N_STATIONS - len(rows) - len(hours))]
    maker.random.shuffle(hours)
    return rows + [maker.draw_row(value) for value in hours]
