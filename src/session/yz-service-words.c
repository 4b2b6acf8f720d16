#include "config.h"

#include "yz-service-words.h"

#include "yz-kinds.h"

YzWordList *
yz_service_words_load (YzStore *store, GError **error)
{
  g_autoptr (YzWordList) words = yz_word_list_new ();
  g_autoptr (YzQuery) query = yz_query_new (&yz_service_kind);
  g_autoptr (GPtrArray) services = NULL;

  if (store == NULL)
    return g_steal_pointer (&words);
  services = yz_store_load_records (store, query, error);
  if (services == NULL)
    return NULL;
  for (guint i = 0; i < services->len; i++)
    yz_word_list_add_service (words, g_ptr_array_index (services, i));
  return g_steal_pointer (&words);
}
