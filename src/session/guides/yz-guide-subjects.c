#include "config.h"

#include "yz-guide-subjects.h"

#include "yz-goods-reader.h"
#include "yz-guide-option.h"
#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

/* Who prints an older one finds it on the Inventory page. */
#define MOST 200

/* Movements that are looked through for documents. */
#define MOST_MOVEMENTS 2000

typedef struct
{
  YzStore *store;
  const YzDocumentKind *kind;
  char *chosen;
  YzGoodsReader *reader;
  GListStore *list;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_object (&listing->store);
  g_free (listing->chosen);
  g_clear_pointer (&listing->reader, yz_goods_reader_free);
  g_clear_object (&listing->list);
  g_free (listing);
}

static void
append (Listing *self, const char *id, const char *title)
{
  g_autoptr (YzGuideOption) option = yz_guide_option_new (id, title, NULL);

  g_list_store_append (self->list, option);
}

static char *
dup_where (Listing *self, const char *place_id)
{
  YzRecord *place = yz_goods_reader_get (self->reader, &yz_place_kind, place_id, NULL);
  g_autofree char *where = place != NULL ? yz_goods_reader_dup_where (self->reader, place, NULL) : NULL;

  return where != NULL ? g_steal_pointer (&where) : g_strdup ("?");
}

static char *
describe_stocktake (Listing *self, YzRecord *record)
{
  g_autofree char *where = dup_where (self, yz_record_get_text (record, "place"));
  g_autofree char *when = yz_goods_dup_time (yz_record_get_integer (record, "begun"));

  return g_strjoin (" · ", yz_record_get_title (record), where, when, NULL);
}

static char *
describe_transfer (Listing *self, YzRecord *record)
{
  g_autofree char *from = dup_where (self, yz_record_get_text (record, "source"));
  g_autofree char *to = dup_where (self, yz_record_get_text (record, "target"));
  g_autofree char *way = g_strconcat (from, " → ", to, NULL);
  g_autofree char *when = yz_goods_dup_time (yz_record_get_integer (record, "sent"));

  return g_strjoin (" · ", yz_record_get_title (record), way, when, NULL);
}

static char *
describe_place (Listing *self, YzRecord *record)
{
  return g_strdup_printf (_ ("What stations need, from %s"), yz_record_get_title (record));
}

static char *
describe_cabinet (Listing *self, YzRecord *record)
{
  YzRecord *station =
    yz_goods_reader_get (self->reader, &yz_station_kind, yz_record_get_text (record, "station"), NULL);

  return g_strjoin (" · ", yz_record_get_title (record), station != NULL ? yz_record_get_title (station) : NULL, NULL);
}

typedef char *(*Describe) (Listing *self, YzRecord *record);

/* Takes @query. */
static gboolean
append_records (Listing *self, YzQuery *query, Describe describe, GError **error)
{
  g_autoptr (YzQuery) owned = query;
  g_autoptr (GPtrArray) records = NULL;

  yz_query_set_limit (query, MOST);
  records = yz_store_load_records (self->store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      YzRecord *record = g_ptr_array_index (records, i);
      g_autofree char *title = describe (self, record);

      append (self, yz_record_get_id (record), title);
    }
  return records != NULL;
}

static YzQuery *
new_query (const YzKind *kind, const char *order)
{
  YzQuery *query = yz_query_new (kind);

  yz_query_set_order (query, order, TRUE);
  return query;
}

static gboolean
append_picking (Listing *self, GError **error)
{
  YzQuery *warehouses = yz_query_new (&yz_place_kind), *open = new_query (&yz_transfer_kind, "sent");

  yz_query_add (warehouses, "type", YZ_COMPARE_EQUAL, g_variant_new_string ("warehouse"));
  yz_query_add (open, "closed", YZ_COMPARE_EMPTY, NULL);
  return append_records (self, open, describe_transfer, error) &&
         append_records (self, warehouses, describe_place, error);
}

static gboolean
append_cabinets (Listing *self, GError **error)
{
  YzQuery *query = yz_query_new (&yz_cabinet_kind);

  append (self, "", _ ("All cabinets"));
  yz_query_set_order (query, "visit_order", FALSE);
  return append_records (self, query, describe_cabinet, error);
}

static gboolean
append_written_off (Listing *self, GError **error)
{
  g_autoptr (YzQuery) query = new_query (&yz_movement_kind, "at");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) movements = NULL;

  append (self, "", _ ("What has expired or was recalled"));
  yz_query_add (query, "type", YZ_COMPARE_EQUAL, g_variant_new_string ("write_off"));
  yz_query_add (query, "document", YZ_COMPARE_NOT_EMPTY, NULL);
  yz_query_set_limit (query, MOST_MOVEMENTS);
  movements = yz_store_load_records (self->store, query, error);
  for (guint i = 0; movements != NULL && i < movements->len && g_hash_table_size (seen) < MOST; i++)
    {
      YzRecord *movement = g_ptr_array_index (movements, i);
      const char *document = yz_record_get_text (movement, "document");
      g_autofree char *when = yz_goods_dup_time (yz_record_get_integer (movement, "at"));
      g_autofree char *title = g_strjoin (" · ", document, when, NULL);

      if (g_hash_table_add (seen, (gpointer) document))
        append (self, document, title);
    }
  return movements != NULL;
}

static gboolean
fill (Listing *self, GError **error)
{
  switch (self->kind->subject)
    {
    case YZ_DOCUMENT_OF_STOCKTAKE:
      return append_records (self, new_query (&yz_stocktake_kind, "begun"), describe_stocktake, error);
    case YZ_DOCUMENT_OF_TRANSFER:
      return append_records (self, new_query (&yz_transfer_kind, "sent"), describe_transfer, error);
    case YZ_DOCUMENT_OF_PICKING:
      return append_picking (self, error);
    case YZ_DOCUMENT_OF_WRITE_OFF:
      return append_written_off (self, error);
    case YZ_DOCUMENT_OF_CABINETS:
      return append_cabinets (self, error);
    case YZ_DOCUMENT_OF_STATIONS:
      break;
    }
  return TRUE;
}

static void
load_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Listing *self = data;
  GError *error = NULL;

  self->reader = yz_goods_reader_new (self->store, "1970-01-01", YZ_PRINT_CHINESE);
  self->list = g_list_store_new (YZ_TYPE_GUIDE_OPTION);
  if (!fill (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* an older one, or a station of which it is asked what to write off */
  if (*self->chosen != '\0' && yz_guide_options_find (G_LIST_MODEL (self->list), self->chosen) == G_MAXUINT)
    append (self, self->chosen, _ ("As chosen on the Inventory page"));
  g_task_return_pointer (task, g_object_ref (self->list), g_object_unref);
}

void
yz_guide_subjects_load_async (YzWorker *worker, YzStore *store, const YzDocumentKind *kind, const char *chosen,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->store = g_object_ref (store);
  listing->kind = kind;
  listing->chosen = g_strdup (chosen);
  g_task_set_source_tag (task, yz_guide_subjects_load_async);
  g_task_set_task_data (task, listing, listing_free);
  yz_worker_run (worker, task, load_in_worker);
}

GListModel *
yz_guide_subjects_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what a person typed ------------------------------------------------------------------------------------------ */

static char *
find_record (YzStore *store, const YzKind *kind, const char *text)
{
  g_autoptr (YzRecord) found = yz_store_find (store, kind, text, NULL);
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GPtrArray) titled = NULL;

  if (found != NULL)
    return g_strdup (yz_record_get_id (found));
  yz_query_add (query, kind->title_field, YZ_COMPARE_EQUAL, g_variant_new_string (text));
  titled = yz_store_load_records (store, query, NULL);
  return titled != NULL && titled->len == 1 ? g_strdup (yz_record_get_id (g_ptr_array_index (titled, 0))) : NULL;
}

char *
yz_guide_subject_find (YzStore *store, const YzDocumentKind *kind, const char *text, GError **error)
{
  static const YzKind *const kinds[][3] = {
    [YZ_DOCUMENT_OF_STATIONS] = { &yz_station_kind, NULL },
    [YZ_DOCUMENT_OF_STOCKTAKE] = { &yz_stocktake_kind, NULL },
    [YZ_DOCUMENT_OF_TRANSFER] = { &yz_transfer_kind, NULL },
    [YZ_DOCUMENT_OF_PICKING] = { &yz_transfer_kind, &yz_place_kind, NULL },
    [YZ_DOCUMENT_OF_WRITE_OFF] = { &yz_station_kind, NULL },
    [YZ_DOCUMENT_OF_CABINETS] = { &yz_cabinet_kind, NULL },
  };

  for (guint i = 0; kinds[kind->subject][i] != NULL; i++)
    {
      char *found = find_record (store, kinds[kind->subject][i], text);

      if (found != NULL)
        return found;
    }
  if (kind->subject == YZ_DOCUMENT_OF_WRITE_OFF)
    return g_strdup (text);
  g_set_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND,
               _ ("There is no “%s” to print a document of, or there are several: give the id"), text);
  return NULL;
}
