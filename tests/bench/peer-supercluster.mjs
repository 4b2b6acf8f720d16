// The peer of bench-cluster: same input, same output, by npm supercluster.
//   node peer-supercluster.mjs POINTS VIEWS     (supercluster is found from the working directory)
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(process.cwd() + '/'));
const { default: Supercluster } = await import(pathToFileURL(require.resolve('supercluster')));

const rows = path => readFileSync(path, 'utf8').trim().split('\n').map(line => line.split(' ').map(Number));
const median = times => times.sort((a, b) => a - b)[times.length >> 1];

const points = rows(process.argv[2]).map(([lon, lat, category]) => (
    { type: 'Feature', properties: { category }, geometry: { type: 'Point', coordinates: [lon, lat] } }));
const views = rows(process.argv[3]).map(view => ({ box: view.slice(0, 4), zoom: view[4] }));

const options = { minZoom: 0, maxZoom: 16, radius: 40, extent: 512 };
let index;

const builds = [];
for (let i = 0; i < 9; i++) {
    const start = performance.now();
    index = new Supercluster(options).load(points);
    builds.push(performance.now() - start);
}

const queries = [];
let total = 0;
for (let i = 0; i < 15; i++) {
    const start = performance.now();
    total = 0;
    for (const { box, zoom } of views) total += index.getClusters(box, zoom).length;
    queries.push((performance.now() - start) / views.length);
}

console.log(`build ${median(builds)}\nquery ${median(queries)}\nclusters ${total}`);
