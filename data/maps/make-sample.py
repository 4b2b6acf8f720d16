#!/usr/bin/env python3
"""Writes the sample: the street map of 晴川市 as OpenStreetMap XML and the lists of its union as CSV.

Everything in it is invented: the city, its streets, the stations, the people and their telephone numbers. The
position, near 104.06 E 30.67 N, only gives it a place on the globe.
"""

import argparse
import csv
from xml.sax.saxutils import quoteattr

from city import City
from stations import HEADINGS, make_stations
from union import ORGANISATION_HEADINGS, PEOPLE_HEADINGS, make_organisations, make_people

SEED = 20261120


def write_tags(out, tags):
    for key, value in tags.items():
        out.write(f'<tag k={quoteattr(key)} v={quoteattr(value)}/>')


def write_osm(city, path):
    lons, lats = [n[0] for n in city.nodes], [n[1] for n in city.nodes]
    with open(path, 'w', encoding='utf-8') as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="yizhan">\n')
        out.write(f'<bounds minlat="{min(lats)}" minlon="{min(lons)}" maxlat="{max(lats)}" maxlon="{max(lons)}"/>\n')
        for number, (lon, lat, tags) in enumerate(city.nodes, 1):
            out.write(f'<node id="{number}" lat="{lat}" lon="{lon}" version="1">')
            write_tags(out, tags)
            out.write('</node>\n')
        for number, (nodes, tags) in enumerate(city.ways, 1):
            out.write(f'<way id="{number}" version="1">')
            out.write(''.join(f'<nd ref="{node}"/>' for node in nodes))
            write_tags(out, tags)
            out.write('</way>\n')
        for number, (members, tags) in enumerate(city.relations, 1):
            out.write(f'<relation id="{number}" version="1">')
            out.write(''.join(f'<member type="way" ref="{way}" role="{role}"/>' for way, role in members))
            write_tags(out, tags)
            out.write('</relation>\n')
        out.write('</osm>\n')


def write_list(path, headings, rows):
    # with a byte order mark, as spreadsheets write CSV
    with open(path, 'w', encoding='utf-8-sig', newline='') as out:
        table = csv.writer(out)
        table.writerow(headings)
        table.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('osm', help='the map to write (.osm)')
    parser.add_argument('stations', help='the list of stations to write (.csv)')
    parser.add_argument('organisations', help='the list of organisations to write (.csv)')
    parser.add_argument('people', help='the list of people to write (.csv)')
    args = parser.parse_args()

    city = City(SEED).build()
    stations = make_stations(city, SEED)
    write_osm(city, args.osm)
    write_list(args.stations, HEADINGS, stations)
    write_list(args.organisations, ORGANISATION_HEADINGS, make_organisations())
    write_list(args.people, PEOPLE_HEADINGS, make_people(stations, SEED))


if __name__ == '__main__':
    main()
