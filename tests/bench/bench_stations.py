"""The list of stations: search at every keystroke, first pages, and who is open now."""
import contextlib
import math
import sqlite3
import statistics
import time

from harness import read_numbers, run

# As they are typed: parts of names, pinyin, initials, parts of addresses, digits of telephones, codes.
TYPED = ['驿站', '工会驿站', '人民路', '建设银行', '公交首末站', '党群服务中心', '清州', '平江市', '滨河东路', '司机之家',
         'gonghuiyizhan', 'renminlu', 'jianshe', 'dangqun', 'binhe', 'qingzhou', 'yizhan',
         'gh', 'ghyz', 'jsyh', 'dqfw', 'sjzj',
         '0310-6', '0335', '1381', 'GH3250000',
         '人民路88号', '开发区', '创业大道12', '图书馆 二楼', '驿站 renmin', '青年巷 邮政']

# What is shown: order, downwards, field and value of a filter, and the same in SQL without any preparation.
PAGES = [
    ('by name, in service', 'name', False, 'state', 'open', "state = 'open' ORDER BY name"),
    ('by name downwards', 'name', True, '', '', "state NOT IN ('merged', 'closed') ORDER BY name DESC"),
    ('by name, paused', 'name', False, 'state', 'paused', "state = 'paused' ORDER BY name"),
    ('by name, with water', 'name', False, 'service', 'water',
     "state NOT IN ('merged', 'closed') AND json_extract(services, '$.water.state') = 'offered' ORDER BY name"),
    ('by district, in service', 'district', False, 'state', 'open', "state = 'open' ORDER BY district"),
    ('by change, newest first', 'changed', True, '', '', "state NOT IN ('merged', 'closed') ORDER BY changed DESC"),
    ('by code, planned', 'code', False, 'state', 'planned', "state = 'planned' ORDER BY code"),
    ('by seats, most first', 'seats', True, 'state', 'open', "state = 'open' ORDER BY seats DESC"),
]
SEARCHED = ('name', 'code', 'district', 'street', 'address', 'phones')
PEER_LIMIT = 50


def keystrokes():
    """Every text that stands in the search field while the queries are typed, each once."""
    return list(dict.fromkeys(text[:length].strip() for text in TYPED for length in range(1, len(text) + 1)))


def ask_ours(context, questions):
    """For each question (search, order, downwards, field, value), asked as the Stations page asks: milliseconds until
    the first page, and until the whole list is known."""
    path = context.work / 'questions.txt'
    path.write_text('\n'.join('\t'.join(question) for question in questions) + '\n', encoding='utf-8')
    output = run([context.program('bench-stations'), context.workspace(), path])
    return zip(*((float(number) for number in line.split()[:2]) for line in output.splitlines()))


def ask_sqlite(context, questions):
    """Milliseconds of the processor, as ours, by SQLite alone: the first page of the rows that a plain WHERE finds, the search being LIKE '%…%'."""
    times = []
    with contextlib.closing(sqlite3.connect(f'file:{context.workspace()}?mode=ro', uri=True)) as database:
        for where, parameters in questions:
            start = time.process_time()
            database.execute(f'SELECT * FROM station WHERE gone = 0 AND {where} LIMIT {PEER_LIMIT}',
                             parameters).fetchall()
            times.append((time.process_time() - start) * 1e3)
    return times


def worst_but_one_in_twenty(times):
    return sorted(times)[math.ceil(len(times) * 0.95) - 1]


def bench_search(context):
    """Each keystroke of typed queries: the whole answer, and the records of the first page."""
    typed = keystrokes()
    like = ' OR '.join(f"{field} LIKE '%' || :text || '%'" for field in SEARCHED)
    page, whole = ask_ours(context, [(text, 'name', '0', '', '') for text in typed])
    # by name, as a list is: without an order LIKE could stop at the first fifty rows, which are no answer
    peer = ask_sqlite(context, [(f'({like}) ORDER BY name', {'text': text}) for text in typed])
    context.figure(f'search: {len(typed)} keystrokes, median', statistics.median(page), peer=statistics.median(peer),
                   below=20)
    context.figure('search: 95 of 100 keystrokes', worst_but_one_in_twenty(page), peer=worst_but_one_in_twenty(peer))
    slowest = max(range(len(typed)), key=page.__getitem__)
    context.figure(f'search: slowest, “{typed[slowest]}”', page[slowest], peer=peer[slowest])
    context.figure('search: until all are known, median', statistics.median(whole))
    context.figure('search: until all are known, 95 of 100', worst_but_one_in_twenty(whole))


def bench_list(context):
    """The first page of sorted and filtered lists."""
    pages, wholes = ask_ours(context, [('', order, str(int(downwards)), field, value)
                                       for _, order, downwards, field, value, _ in PAGES])
    peer = ask_sqlite(context, [(where, {}) for *_, where in PAGES])
    for (name, *_), mine, theirs in zip(PAGES, pages, peer):
        context.figure(f'list: {name}', mine, peer=theirs, below=50)
    context.figure('list: until all are known, median', statistics.median(wholes))


def bench_open_now(context):
    """Who is open at this minute, over all stations: at first sight, and minute by minute afterwards."""
    found = read_numbers(run([context.program('bench-stations'), context.workspace()]))
    context.figure('open now: first answer', found['open-first'], below=100)
    context.figure('open now: a minute later', found['open-later'], below=100)
    context.figure('facts of all stations read', found['facts'])
