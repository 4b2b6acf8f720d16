#include "config.h"

#include "yz-service-words.h"

#include "yz-kinds.h"

YzWordList *
yz_service_words_load (YzStore *store, GError **error)
{
  g_autoptr (YzWordList) words = yz_word_list_new ();
  g_autoptr (YzQuery) query = yz_query_new (&yz_service_kind);
  g_autoptr (GArray) rows = NULL;

  if (store == NULL)
    return g_steal_pointer (&words);
  rows = yz_store_query (store, query, NULL, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (YzRecord)
        service = yz_store_load_row (store, &yz_service_kind, g_array_index (rows, gint64, i), &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      /* gone since the query */
      if (service != NULL)
        yz_word_list_add_service (words, service);
    }
  return g_steal_pointer (&words);
}
