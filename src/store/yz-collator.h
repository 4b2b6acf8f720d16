/* The order of Chinese texts, by ICU. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Enough for the characters that are looked at. */
#define YZ_COLLATOR_KEY_SIZE 256

typedef struct _YzCollator YzCollator;

/**
 * yz_collator_new:
 *
 * Returns: (transfer full): for one thread at a time
 */
YzCollator *yz_collator_new (void);
void        yz_collator_free (YzCollator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzCollator, yz_collator_free)

/**
 * yz_collator_get_version:
 *
 * Returns: (transfer full): changes when keys made by one version cannot be compared with those of another
 */
char *yz_collator_get_version (YzCollator *self);

/**
 * yz_collator_get_key:
 * @length: of @text in bytes
 * @key: (out) (array length=size): the beginning of the key if it is longer
 *
 * Bytes that compare as Chinese readers order texts: by pinyin, case and width not counted.
 *
 * Returns: the length of the key, 0 for text that cannot be ordered
 */
gsize yz_collator_get_key (YzCollator *self, const char *text, gsize length, guchar *key, gsize size);

/**
 * yz_collator_recall_key:
 * @text: ended by a zero
 *
 * The same, quicker for texts that many records share, such as districts.
 */
gsize yz_collator_recall_key (YzCollator *self, const char *text, gsize length, guchar *key, gsize size);

G_END_DECLS
