/* The table that pinyin.py makes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A reading is a place in yz_pinyin_syllables; the last reading of a character has this bit too. */
#define YZ_PINYIN_END 0x8000

#define YZ_PINYIN_FIRST 0x3400
#define YZ_PINYIN_LAST 0x9FFF

extern const guint yz_pinyin_n_syllables;
extern const char *const yz_pinyin_syllables[]; /* in alphabetical order */
extern const guint16 yz_pinyin_pool[];
extern const guint16 yz_pinyin_places[]; /* from YZ_PINYIN_FIRST to YZ_PINYIN_LAST, 0 for no reading */
extern const guint yz_pinyin_n_beyond;
extern const guint32 yz_pinyin_beyond[]; /* in ascending order */
extern const guint16 yz_pinyin_beyond_places[];

G_END_DECLS
