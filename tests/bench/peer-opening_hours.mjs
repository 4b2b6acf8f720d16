// The peer of bench-hours: same values, same work, by npm opening_hours.
//   node peer-opening_hours.mjs VALUES     (opening_hours is found from the working directory)
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(process.cwd() + '/'));
const { default: OpeningHours } = await import(pathToFileURL(require.resolve('opening_hours')));

const values = readFileSync(process.argv[2], 'utf8').trim().split('\n');
const median = times => times.sort((a, b) => a - b)[times.length >> 1];
const parse = value => new OpeningHours(value, { lat: 35, lon: 110, address: { country_code: 'cn', state: '' } });
const from = new Date(2026, 0, 1), to = new Date(2027, 0, 1);
const ROUNDS = 5, STATES = 200, STEP = 1571;

const openMinutes = value => parse(value).getOpenIntervals(from, to)
    .reduce((sum, [start, end, unknown]) => sum + (unknown ? 0 : (end - start) / 60000), 0);

function time(work) {
    const times = [];
    for (let i = 0; i < ROUNDS; i++) {
        const start = performance.now();
        work();
        times.push((performance.now() - start) * 1000);
    }
    return median(times);
}

const parsing = time(() => values.forEach(parse)) / values.length;
let minutes = 0;
const year = time(() => { minutes = values.reduce((sum, value) => sum + openMinutes(value), 0); }) / values.length;

const parsed = values.map(parse);
let open = 0;
const state = time(() => {
    open = 0;
    for (let i = 0; i < STATES; i++) {
        const at = new Date(2026, 0, 1, 0, 7 + i * STEP);
        for (const hours of parsed) open += hours.getState(at) ? 1 : 0;
    }
}) / (STATES * values.length);

console.log(`parse ${parsing}\nyear ${year}\nminutes ${minutes}\nstate ${state}\nopen ${open}`);
