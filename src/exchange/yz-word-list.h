/* The words that lists have for the services of a station, and the cells made of them. */
#pragma once

#include "yz-record.h"

G_BEGIN_DECLS

typedef struct _YzWordList YzWordList;

/**
 * yz_word_list_new:
 *
 * Returns: (transfer full): the words of the service catalogue
 */
YzWordList *yz_word_list_new (void);
void        yz_word_list_free (YzWordList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzWordList, yz_word_list_free)

/**
 * yz_word_list_add_service:
 * @service: a record of kind "service", whose name becomes the one written
 */
void yz_word_list_add_service (YzWordList *list, YzRecord *service);

/**
 * yz_word_list_find_exact:
 *
 * Returns: (transfer none) (nullable): the code of exactly this word
 */
const char *yz_word_list_find_exact (const YzWordList *list, const char *word);

/**
 * yz_word_list_read:
 * @field: a map of services
 * @text: a cell: "饮水、热饭（暂停）;充电", in any order and with any marks between
 * @unknown: (element-type utf8) (nullable): words that nobody knows are appended
 *
 * Returns: (transfer full) (nullable): "a{s(ss)}", %NULL if no word is known
 */
GVariant *yz_word_list_read (const YzWordList *list, const YzField *field, const char *text, GPtrArray *unknown);

/**
 * yz_word_list_write:
 * @value: (nullable): "a{s(ss)}"
 *
 * Returns: (transfer full): a cell that yz_word_list_read() reads back
 */
char *yz_word_list_write (const YzWordList *list, const YzField *field, GVariant *value);

G_END_DECLS
