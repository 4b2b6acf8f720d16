"""A small union whose guides are printed: every state of a station, every form of hours. All invented."""

import json
import os
import subprocess

DATE = '2026-01-10'

STATIONS = '''\
编号,站点名称,所属区县,所属街道,地址,经度,纬度,状态,开放时间,进门方式,联系电话,共建单位,重点区域,智能站,服务项目
JB-01,滨江东路驿站,江北区,滨江街道,滨江东路 88 号一楼,104.0601,30.6701,开放,"Mo-Fr 08:30-12:00,13:30-18:00, Mo-Fr 00:00-08:30,12:00-13:30,18:00-24:00 open ""自助""; Sa-Su,PH 09:00-17:00, Sa-Su,PH 00:00-09:00,17:00-24:00 open ""自助""",18:00 后刷身份证,0999-86442346,江城商业银行,否,否,饮水、休息、手机充电、热饭、应急药品、雨具、无线网络、空调、如厕指引、针线包、图书、政策宣传、一键入会
JB-02,老码头驿站,江北区,滨江街道,码头街 17 号旁,104.0528,30.6713,开放,Mo-Su 08:00-20:30,码头街口红房子,0999-86477302,,否,否,饮水、休息、手机充电、热饭
JB-03,文昌阁驿站,江北区,文昌街道,文昌阁街 5 号,104.0481,30.6695,开放,24/7,夜间扫门上的码,0999-86609871,,是,是,饮水、休息、手机充电、热饭、应急药品、雨具、无线网络、图书
JB-04,柳荫巷驿站,江北区,建设路街道,柳荫巷 31 号,104.0679,30.6772,开放,Apr-Oct: Mo-Su 07:30-20:00; Nov-Mar: Mo-Su 08:30-17:30; PH 09:00-16:00,推门即进,0999-86955956,,否,否,饮水、休息、热饭
JB-05,白鹭洲驿站,江北区,滨江街道,滨江北路轮渡口,104.0661,30.6660,开放,,轮渡候船亭内,0999-86691103,,否,否,饮水、休息、雨具、如厕指引
JB-06,晴川站东广场户外劳动者综合服务驿站（晴川客运段共建）,江北区,建设路街道,站前路 1 号,104.0556,30.6841,开放,24/7,东广场出站口对面,0999-86367351,晴川客运段,是,否,饮水、休息、手机充电、热饭、冰箱、健康检测
TS-01,塔山市场驿站,塔山区,塔山街道,塔山南街 140 号,104.0799,30.6750,整改,Mo-Su 08:00-18:00,市场二号门旁,0999-86866188,塔山市场管理所,否,否,饮水、休息、热饭
TS-02,东风里驿站,塔山区,东风街道,东风路 12 栋一楼,104.0723,30.6740,开放,"Mo-Su 08:00-18:00; PH 10:00-16:00; 2026 Jan 16-2026 Jan 27 off ""室内翻新""",推门即进,0999-86733082,,否,是,饮水、休息、手机充电、热饭、小维修工具、法律援助指引、智能柜
TS-03,机务段货车司机之家,塔山区,铁西街道,机务段路 300 号,104.0727,30.6817,开放,"Mo-Fr 08:30-12:00,14:00-17:30; PH off",物流园南门，停车场内,0999-86981891,晴川机务段,否,否,饮水、休息、理发
TS-04,桃园里驿站,塔山区,桃园街道,桃园里 2 号,104.0830,30.6790,暂停,Mo-Sa 08:30-17:30; PH off,,0999-86321007,,否,否,饮水、休息
TS-05,铁西驿站,塔山区,铁西街道,铁西路 66 号,,,开放,Tu-Su 09:00-17:00,,,,否,否,
TS-06,东风桥驿站,塔山区,东风街道,东风桥头,104.0765,30.6712,规划,,,0999-86407390,,否,是,饮水、休息
TS-07,老东风驿站,塔山区,东风街道,东风路 40 号,104.0743,30.6722,撤站,Mo-Su 08:00-18:00,,0999-86407391,,否,否,饮水
'''

PEOPLE = (
    ('name=沈英', 'role=mediator', 'station=JB-03', 'phones=0999-86001201', 'note=周二、周四下午'),
    ('name=卢远', 'role=mediator', 'org=990103', 'phones=0999-86001202'),
)

# What happens after the spring edition: other hours, another place, a service more, one station gone.
CHANGES = (
    ('set', 'station', 'JB-02', 'hours=Mo-Su 08:00-22:00'),
    ('set', 'station', 'JB-04', 'address=柳荫巷 35 号', 'lon=104.0686', 'lat=30.6776'),
    ('set', 'station', 'TS-03', 'services+=fridge'),
    ('set', 'station', 'JB-05', 'state=closed'),
    ('add', 'station', 'code=TS-08', 'name=塔山公园驿站', 'district=塔山区', 'street=塔山街道', 'address=公园北门',
     'lon=104.0812', 'lat=30.6721', 'hours=Mo-Su 06:00-21:00', 'services=water;rest'),
)

# What stations keep: name, specification, code, unit, yuan, whether its lots expire.
ITEMS = (
    ('一次性纸杯', '250 ml', '01-001', '包', '8.50', 'false'),
    ('矿泉水', '550 ml × 24', '01-004', '箱', '28.80', 'true'),
    ('姜茶', '10 g × 20', '01-007', '盒', '16.50', 'true'),
    ('雨衣', '加厚 XL', '02-003', '件', '19.90', 'false'),
    ('碘伏棉签', '20 支', '03-001', '盒', '9.80', 'true'),
    ('烫伤膏', '20 g', '03-008', '支', '12.80', 'true'),
    ('方便面', '桶装 120 g × 12', '05-001', '箱', '54', 'true'),
)

# Where, what, how many, lot, expiry. 市总仓库 and 储物间 A are places; the others are stations.
RECEIPTS = (
    ('市总仓库', '01-004', '120', '251108', '2026-11-07'),
    ('市总仓库', '01-004', '30', '250620', '2026-06-19'),
    ('市总仓库', '01-007', '60', '250903', '2026-02-02'),
    ('市总仓库', '02-003', '80', None, None),
    ('JB-01', '01-001', '40', None, None),
    ('JB-01', '01-004', '18', '251108', '2026-11-07'),
    ('JB-01', '01-007', '12', '250903', '2026-02-02'),
    ('JB-01', '02-003', '3', None, None),
    ('储物间 A', '03-001', '16', '250611', '2026-02-10'),
    ('储物间 A', '03-008', '6', '241212', '2025-12-11'),
    ('储物间 A', '05-001', '5', '251115', '2026-05-14'),
    ('JB-03', '03-008', '4', '241212', '2025-12-11'),
    ('JB-03', '01-007', '9', '250903', '2026-02-02'),
)


class Workspace:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.path = os.path.join(folder, '晴川.yizhan')

    def try_ctl(self, *arguments):
        return subprocess.run([self.program, '--workspace', self.path, *arguments], capture_output=True,
                              encoding='utf-8', env={**os.environ, 'LC_ALL': 'C.UTF-8'}, timeout=120)

    def run_ctl(self, *arguments):
        done = self.try_ctl(*arguments)
        if done.returncode != 0:
            raise RuntimeError(f'yizhanctl {" ".join(arguments)} failed: {done.stderr}')
        return done.stdout

    def out(self, name):
        return os.path.join(self.folder, name)

    def fill(self, streets=None):
        """Everything that the guides tell of; @streets is the street map of the sample city."""
        table = self.out('stations.csv')
        with open(table, 'w', encoding='utf-8') as file:
            file.write(STATIONS)
        self.run_ctl('add', 'org', 'code=9901', 'name=晴川市总工会', 'level=city')
        for code, district in ('990102', '江北区'), ('990103', '塔山区'):
            self.run_ctl('add', 'org', f'code={code}', f'name={district}总工会', 'level=county', 'parent=9901')
        self.run_ctl('import', table, '--key', 'code', '--duplicates', 'separate')
        self.run_ctl('set', 'station', 'TS-04', 'state_reason=屋面防水维修', 'state_until=2026-03-11')
        self.run_ctl('set', 'station', 'TS-02', 'services+=meal:paused')
        for person in PEOPLE:
            self.run_ctl('add', 'person', *person)
        if streets is not None:
            self.run_ctl('basemap', 'add', streets)
        self.run_ctl('guide', 'guide', self.out('before.pdf'), '--date', '2026-01-05', '--edition', '2026 年冬季版')
        for change in CHANGES:
            self.run_ctl(*change)
        self.fill_stock()

    def fill_stock(self):
        """Goods on shelves, a stocktake of them, a transfer on its way, something written off."""
        for name, spec, code, unit, value, expires in ITEMS:
            self.run_ctl('add', 'item', f'name={name}', f'spec={spec}', f'code={code}', f'unit={unit}',
                         f'value={value}', f'needs_expiry={expires}')
        self.run_ctl('add', 'place', 'name=市总仓库', 'type=warehouse')
        self.run_ctl('add', 'place', 'name=储物间 A', 'type=shelf', 'station=JB-01', 'note=钥匙在站长处')
        for where, item, quantity, lot, expiry in RECEIPTS:
            known = [f'--lot={lot}', f'--expiry={expiry}'] if lot else []
            self.run_ctl('stock', 'receive', where, item, quantity, '--at', '2026-01-05 09:00', *known)
        self.fill_stocktake()
        self.run_ctl('stock', 'transfer', '市总仓库', 'JB-01', '01-004', '24', '--number=DB-260108-01',
                     '--due=2026-01-09', '--at', '2026-01-08 09:00', '--by=周敏', '--reason=按冬季清单补齐')
        self.run_ctl('stock', 'write-off', 'JB-03', '03-008', '2', '--document=BS-260109-01', '--reason=过期',
                     '--at', '2026-01-09 15:00', '--by=韩雪梅', '--lot=241212')
        self.run_ctl('set', 'item', '02-003', 'minimum=10', 'target=20')
        station = json.loads(self.run_ctl('list', 'station', '--where', "code = 'JB-01'", '--json'))[0]['id']
        cabinet = self.run_ctl('add', 'cabinet', 'name=智能柜 A', 'code=ZNG-1', f'station={station}', 'columns=2',
                               'monthly_cap=300', 'visit_order=1').strip()
        self.run_ctl('add', 'equipment', 'tag=GD-0001', 'item=01-001', f'station={station}')
        for position, name, item in (1, 'A1', '01-001'), (2, 'A2', '02-003'):
            self.run_ctl('add', 'place', f'name={name}', 'type=slot', f'station={station}', f'cabinet={cabinet}',
                         f'position={position}', f'item={item}', 'capacity=6')

    def fill_stocktake(self):
        """By way of records: lines in the order of a walk, some of a shelf, some of the station as a whole."""
        def ids(kind):
            return {record['id']: record for record in json.loads(self.run_ctl('list', kind, '--json'))}
        items, lots, places = ids('item'), ids('lot'), ids('place')
        station = next(id for id, place in places.items() if place['name'] == '滨江东路驿站')
        stocktake = self.run_ctl('add', 'stocktake', 'number=PD-260110-01', f'place={station}', 'blind=true',
                                 'begun=2026-01-10 08:00', 'scope=全站').strip()
        here = [heap for heap in json.loads(self.run_ctl('stock', '--station', 'JB-01', '--json'))]
        here.sort(key=lambda heap: (heap['place'] != station, items[heap['item']]['code']))
        for line, heap in enumerate(here, 1):
            lot = [f'lot={heap["lot"]}'] if heap['lot'] in lots else []
            self.run_ctl('add', 'count_line', f'name={heap["item_name"]}', f'stocktake={stocktake}', f'line={line}',
                         f'place={heap["place"]}', f'item={heap["item"]}', *lot)

    def list_documents(self):
        """The documents, with the papers they can stand on, as the program lists them."""
        listing = self.run_ctl('guide').split('\n\n')[0].splitlines()
        return {title.split()[0]: papers.split() for title, papers in zip(listing[0::2], listing[1::2])}

    def print_guide(self, document, name, *options):
        path = self.out(name)
        self.run_ctl('guide', document, path, '--date', DATE, *options)
        return path
