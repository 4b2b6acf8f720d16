/*
 * The services that a new workspace starts with: the 15 of the "15-plus" programme (domain fact A1) and those that
 * stations commonly add.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzServiceSeed:
 * @code: as in the services of a station; "yz-service-CODE-symbolic" is its symbol
 * @name: full name in Chinese, the language of the register
 * @short_name: two or three characters, for lists and cards
 * @standard: whether it is one of the 15
 * @words: other words for it, separated by "|"
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *short_name;
  gboolean standard;
  const char *words;
} YzServiceSeed;

/**
 * yz_service_catalogue:
 *
 * Returns: (transfer none) (array length=n_seeds): in the order of the programme
 */
const YzServiceSeed *yz_service_catalogue (guint *n_seeds);

/**
 * yz_service_symbol_get_word:
 * @symbol: name of a symbolic icon
 *
 * Returns: (transfer none) (nullable): what the picture stands for, %NULL if it is none of the catalogue's
 */
const char *yz_service_symbol_get_word (const char *symbol);

G_END_DECLS
