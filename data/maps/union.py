"""The union of the sample city as lists: its organisations, and the people of its stations. All invented."""

import random

from stations import DISTRICTS, HEADINGS, person

CITY = '晴川市总工会'
CITY_CODE = '9901'

ORGANISATION_HEADINGS = ['代码', '名称', '级别', '上级代码', '简称']
PEOPLE_HEADINGS = ['姓名', '职务', '驿站', '单位', '电话', '备注']


def make_organisations():
    """The city, its districts, their streets: a parent stands before its children."""
    rows = [[CITY_CODE, CITY, '市', '', '市总']]
    for number, (district, (_, streets)) in enumerate(DISTRICTS.items(), 2):
        code = f'{CITY_CODE}{number:02d}'
        rows.append([code, f'{district}总工会', '县区', CITY_CODE, f'{district[:2]}总'])
        rows += [[f'{code}{place:03d}', f'{street}总工会', '镇街', code, street[:-2]]
                 for place, street in enumerate(streets, 1)]
    return rows


def make_people(stations, seed):
    """Who is named at a station manages it; each district has its mediator and its lawyer."""
    rnd = random.Random(seed + 3)
    name, contact, union = (HEADINGS.index(heading) for heading in ('站点名称', '联系人', '所属工会'))

    def phone():
        return f'1390000{rnd.randint(0, 9999):04d}'

    rows = [[row[contact], '站长', row[name], row[union], phone(), ''] for row in stations if row[contact]]
    for district in DISTRICTS:
        rows.append([person(rnd), '调解员', '', f'{district}总工会', phone(), '周二、周四下午在职工服务中心'])
        rows.append([person(rnd), '律师', '', f'{district}总工会', phone(), '每月第一个周五值班'])
    return rows
