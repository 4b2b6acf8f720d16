/* The stock and the equipment of the sample: three months of an invented city, told from today backwards. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_sample_stock_fill:
 * @store: with the stations of the sample, and nothing in stock
 *
 * Adds items, places, lots, movements, counts and equipment through the verbs that people use, so that the books are
 * sound. The same day makes the same sample, but for ids. Blocking.
 */
gboolean yz_sample_stock_fill (YzStore *store, GCancellable *cancellable, GError **error);

G_END_DECLS
