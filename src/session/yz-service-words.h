/* The words for services that a workspace knows, by which the cells of lists are read and written. */
#pragma once

#include "yz-store.h"
#include "yz-word-list.h"

G_BEGIN_DECLS

/**
 * yz_service_words_load:
 * @store: (nullable): without a workspace, the words are those of the catalogue
 *
 * Returns: (transfer full): the words of the catalogue and of the workspace's own services, or %NULL with a
 *   %YZ_STORE_ERROR
 */
YzWordList *yz_service_words_load (YzStore *store, GError **error);

G_END_DECLS
