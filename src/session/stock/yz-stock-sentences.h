/*
 * The ledger in sentences: "周敏 handed out 2 boxes of water to the riders, for “Winter warmth”". Each kind of movement
 * is one sentence with all its parts, so that a translator can order them; personal names are masked.
 */
#pragma once

#include "yz-sentence.h"
#include "yz-store.h"

G_BEGIN_DECLS

typedef struct _YzStockSentences YzStockSentences;

/**
 * yz_stock_sentences_new:
 * @station, @place: (nullable): the ids of the station or place whose ledger it is: it is not named in every line
 *
 * Remembers what items and places are called; to be made anew when that may have changed.
 *
 * Returns: (transfer full): a maker of sentences
 */
YzStockSentences *yz_stock_sentences_new (YzStore *store, const char *station, const char *place);
void              yz_stock_sentences_free (YzStockSentences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockSentences, yz_stock_sentences_free)

/**
 * yz_stock_sentences_make:
 * @movement: of the ledger
 *
 * Returns: (transfer full): what happened, in words
 */
char *yz_stock_sentences_make (YzStockSentences *self, YzRecord *movement, YzSentenceForm form);

/**
 * yz_stock_sentences_find_place:
 *
 * Returns: (transfer none): the id of the place whose balance the movement is about: where something came in, else
 *   where it went out
 */
const char *yz_stock_sentences_find_place (YzRecord *movement);

/**
 * yz_stock_dup_recipient:
 * @record: a movement or a reservation
 *
 * Returns: (transfer full) (nullable): whom it is for: a name is masked, riders as such are not
 */
char *yz_stock_dup_recipient (YzRecord *record);

G_END_DECLS
