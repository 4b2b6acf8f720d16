"""Opening hours against npm opening_hours, which is what editors of OpenStreetMap use."""
from harness import SOURCE, read_numbers, run

# Mixed as a register is: most are weekly, some know holidays, seasons, single dates, open ends, other rules.
VALUES = """24/7
Mo-Su 08:00-20:00
Mo-Fr 08:30-12:00,14:00-17:30
Mo-Fr 09:00-17:00
Mo-Sa 09:00-18:00
Mo-Fr 08:30-17:30; Sa 09:00-12:00
Mo-Fr 08:00-18:00; Sa,Su 10:00-16:00
Mo,We,Fr 08:30-11:30
Tu,Th 14:00-17:00
Mo-Su 07:00-22:00; PH off
Mo-Fr 09:00-18:00; PH,Su off
Mo-Th 09:00-18:00; Fr 09:00-16:30
Mo-Su 00:00-24:00
Mo-Su 06:30-23:30
Mo-Sa 05:30-21:30; Su 06:30-20:30
Su 09:00-11:00
Sa-Su 10:00-17:30
Mo-Su 20:00-02:00
Fr-Sa 19:00-03:30; Su-Th 19:00-24:00
Mo-Fr 22:00-06:00
Mo-Fr 08:00-12:00; Mo-Fr 13:30-17:30
Mo-Fr 07:30-11:30,12:30-16:30; Sa 07:30-11:30
Apr-Oct Mo-Su 08:00-19:00; Nov-Mar Mo-Su 09:00-17:00
May-Sep 07:00-21:00; Oct-Apr 08:00-18:00
Jun 15-Sep 15 Mo-Su 06:00-22:00
Jul-Aug Mo-Fr 07:00-12:00,15:00-19:00; Sep-Jun Mo-Fr 08:30-17:00
Dec 24 off
Mo-Su 09:00-18:00; Jan 1 off; May 1-5 off; Oct 1-7 off
Mo-Fr 09:00-17:00; Dec 25-31 10:00-14:00
Mo-Fr 10:00-19:00; We 10:00-21:00
Mo[1] 14:00-17:00
Sa[1,3] 09:00-12:00
Su[-1] 10:00-15:00
Mo-Fr 09:00-17:00; Fr[-1] off
week 01-26 Mo-Fr 08:00-16:00; week 27-53 Mo-Fr 09:00-17:00
week 02-52/2 We 13:00-16:00
2026 Mar-Nov Mo-Fr 09:00-17:00
Mo-Fr 17:00-20:00+
Mo-Su 18:00+
Mo-Fr 08:00-17:00 "ring the bell"
Mo-Fr 08:00-17:00; Sa 09:00-12:00 "by appointment"
Mo-Fr 09:00-12:00 || "ask at the gate"
Mo-Fr 09:00-17:00, Sa 10:00-13:00 unknown "if staffed"
Mo-Fr 08:00-12:00, We 14:00-18:00
off
Mo-Su,PH 09:00-21:00
Mo-Fr,PH 10:00-16:00; Sa off
Mo-Fr 09:00-12:30,13:15-17:45; Sa 09:15-12:45; Su,PH off
Tu-Su 09:00-17:00; Mo off; Feb off
08:00-22:00"""


def bench_hours(context):
    values = context.work / 'hours.txt'
    values.write_text(VALUES + '\n', encoding='utf-8')
    ours = read_numbers(run([context.program('bench-hours'), values]))
    folder = context.npm_package('opening_hours', '3.15.0')
    peer = read_numbers(run(['node', SOURCE / 'peer-opening_hours.mjs', values], cwd=folder))
    for what, key, times in (('parse', 'parse', 50), ('parse, and a year of intervals', 'year', 50),
                             ('state at an instant', 'state', 20)):
        context.figure(f'hours: {what}', ours[key], 'µs', peer=peer[key], peer_name='opening_hours',
                       ratio_below=1 / times)
    context.figure('hours: open in a year, all values', ours['minutes'], 'min', peer=peer['minutes'])
    context.figure('hours: a year of the slowest value', ours['worst'], 'ms', below=10)
