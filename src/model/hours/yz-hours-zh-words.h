/*
 * The vocabulary of Chinese ledgers. Functions that take a word step over it where it stands, and say whether it did.
 *
 * Private to the hours library.
 */
#pragma once

#include "yz-hours-zh.h"

G_BEGIN_DECLS

/* A word and the token it stands for. */
typedef struct
{
  const char *word;
  YzZhKind kind;
  int first;
  int last;
} YzZhWord;

/* Returns: (transfer full): @text in one alphabet: simplified, half-width, lower case, one sign for all of a kind */
char *yz_zh_words_fold (const char *text);

/* Returns: (nullable): the word that stands at @at, which is stepped over */
const YzZhWord *yz_zh_word_find (const char **at);

/* "下午" */
gboolean yz_zh_word_take_period (const char **at, YzZhPeriod *period);

/* A word that says nothing that is not said anyway. */
gboolean yz_zh_word_take_filler (const char **at);

/* Sets the reason why what stands at @at needs a person: %YZ_HOURS_ERROR_UNCERTAIN. */
void yz_zh_word_refuse (const char *at, GError **error);

G_END_DECLS
