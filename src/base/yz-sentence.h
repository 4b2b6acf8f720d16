/*
 * Sentences with parts that may be missing. A translator gets the whole sentence at once and puts its parts in the
 * order of the language:
 *
 *   "[*{who}* handed|Handed] out *{quantity}* {item}[ to {recipient}][: {reason}]"
 *
 * {part} stands for a value. What is in brackets is left out unless every part in it is there; after a bar stands what
 * is said instead. Between stars is what is to be seen first. Brackets are not put into one another.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzSentencePart:
 * @name: as in the pattern
 * @value: (nullable): %NULL or "" if it is missing
 */
typedef struct
{
  const char *name;
  const char *value;
} YzSentencePart;

/**
 * YzSentenceForm:
 * @YZ_SENTENCE_PLAIN: text
 * @YZ_SENTENCE_MARKUP: Pango's markup, with the values escaped and what stands between stars in bold
 */
typedef enum
{
  YZ_SENTENCE_PLAIN,
  YZ_SENTENCE_MARKUP,
} YzSentenceForm;

/**
 * yz_sentence_make:
 * @pattern: see above
 *
 * Returns: (transfer full): the sentence
 */
char *yz_sentence_make (const char *pattern, const YzSentencePart *parts, guint n_parts, YzSentenceForm form);

G_END_DECLS
