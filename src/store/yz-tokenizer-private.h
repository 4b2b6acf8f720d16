/*
 * The FTS5 tokenizer "yizhan". It makes these tokens:
 *
 *   塘        a Chinese character
 *   tang, t   where the text is marked phonetic, at the character's place: all its readings and their initials
 *   =cbd      a word of other letters, in lower case; the mark keeps it apart from pinyin
 *   =375      a run of fewer than seven digits
 *   #076 ...  each three consecutive digits of a longer run, dashes not counted: any part of a telephone number
 *
 * A query is made of tokens, separated by spaces: in queries the tokenizer only splits.
 */
#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

/* Marks in a text: what follows is phonetic, or is not. */
#define YZ_TOKENIZER_PHONETIC '\x01'
#define YZ_TOKENIZER_PLAIN '\x02'

#define YZ_TOKENIZER_MIN_NUMBER 7

/**
 * yz_tokenizer_register:
 *
 * Makes the tokenizer known to the FTS5 of a connection.
 *
 * Returns: a code of SQLite
 */
int yz_tokenizer_register (sqlite3 *handle);

/**
 * yz_tokenizer_fold:
 *
 * Returns: @c in lower case and ordinary width
 */
gunichar yz_tokenizer_fold (gunichar c);

G_END_DECLS
