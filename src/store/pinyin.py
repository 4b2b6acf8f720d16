#!/usr/bin/env python3
"""Makes the table of pinyin readings from Unihan_Readings.txt: pinyin.py INPUT OUTPUT

The readings are those of two dictionaries: kTGHZ2013, the standard, and kXHC1983, which also has those of place names
(六 in 六安 is lu); for characters that both lack the usual one (kMandarin). are dropped; ü is written v, as on a keyboard. Output is C: a list of syllables, and for each character the place of its
readings in a pool, where the last one of each character has the high bit set.
"""

import bz2
import re
import sys
import unicodedata

FIRST, LAST = 0x3400, 0x9FFF  # looked up directly; the few characters beyond are searched for
END = 0x8000


def plain(reading):
    """Dropped tone, ü as v."""
    decomposed = unicodedata.normalize('NFD', reading.lower())
    decomposed = decomposed.replace('u\u0308', 'v')
    letters = ''.join(c for c in decomposed if not unicodedata.combining(c))
    return letters if re.fullmatch('[a-z]+', letters) else None


def read(path):
    """{code point: {property: [reading, ...]}}"""
    opener = bz2.open if path.endswith('.bz2') else open
    readings = {}
    with opener(path, 'rt', encoding='utf-8') as file:
        for line in file:
            match = re.match(r'U\+([0-9A-F]+)\t(kTGHZ2013|kXHC1983|kMandarin)\t(.*)', line)
            if not match:
                continue
            texts = re.sub(r'\S+:', '', match[3]).replace(',', ' ').split()
            plains = list(dict.fromkeys(filter(None, map(plain, texts))))
            if plains:
                readings.setdefault(int(match[1], 16), {})[match[2]] = plains
    return {code: list(dict.fromkeys(by.get('kTGHZ2013', []) + by.get('kXHC1983', []))) or by['kMandarin']
            for code, by in readings.items()}


def rows(numbers):
    """Sixteen numbers a line."""
    texts = [str(number) for number in numbers]
    return ',\n'.join('  ' + ', '.join(texts[i:i + 16]) for i in range(0, len(texts), 16))


def main():
    readings = read(sys.argv[1])
    syllables = sorted({syllable for list_ in readings.values() for syllable in list_})
    number = {syllable: i for i, syllable in enumerate(syllables)}
    pool, places = [0], {}
    for code, list_ in sorted(readings.items()):
        key = tuple(number[syllable] for syllable in list_)
        if key not in places:
            places[key] = len(pool)
            pool += list(key[:-1]) + [key[-1] | END]
        readings[code] = places[key]

    beyond = sorted(code for code in readings if code > LAST)
    with open(sys.argv[2], 'w', encoding='utf-8') as out:
        out.write('/* Made by pinyin.py from the Unicode character database. */\n'
                  '#include "yz-pinyin-table.h"\n\n'
                  f'const guint yz_pinyin_n_syllables = {len(syllables)};\n'
                  'const char *const yz_pinyin_syllables[] = {\n'
                  + ',\n'.join(f'  "{syllable}"' for syllable in syllables) + '\n};\n\n'
                  f'const guint16 yz_pinyin_pool[] = {{\n{rows(pool)}\n}};\n\n'
                  'const guint16 yz_pinyin_places[] = {\n'
                  + rows(readings.get(code, 0) for code in range(FIRST, LAST + 1)) + '\n};\n\n'
                  f'const guint yz_pinyin_n_beyond = {len(beyond)};\n'
                  f'const guint32 yz_pinyin_beyond[] = {{\n{rows(beyond)}\n}};\n\n'
                  'const guint16 yz_pinyin_beyond_places[] = {\n'
                  + rows(readings[code] for code in beyond) + '\n};\n')


if __name__ == '__main__':
    main()
