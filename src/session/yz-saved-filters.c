#include "config.h"

#include "yz-saved-filters.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

GPtrArray *
yz_saved_filters_list (YzSession *session, const char *page)
{
  GPtrArray *filters = g_ptr_array_new_with_free_func (g_object_unref);
  YzStore *store = yz_session_get_store (session);
  g_autoptr (YzQuery) query = yz_query_new (&yz_saved_filter_kind);
  g_autoptr (GArray) rows = NULL;

  yz_query_add (query, "page", YZ_COMPARE_EQUAL, g_variant_new_string (page));
  yz_query_set_order (query, "name", FALSE);
  rows = store != NULL ? yz_store_query (store, query, NULL, NULL) : NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      YzRecord *filter = yz_store_load_row (store, &yz_saved_filter_kind, g_array_index (rows, gint64, i), NULL);

      if (filter != NULL)
        g_ptr_array_add (filters, filter);
    }
  return filters;
}

static YzRecord *
find_by_name (GPtrArray *filters, const char *name)
{
  for (guint i = 0; i < filters->len; i++)
    if (g_strcmp0 (yz_record_get_title (g_ptr_array_index (filters, i)), name) == 0)
      return g_ptr_array_index (filters, i);
  return NULL;
}

void
yz_saved_filters_save (YzSession *session, const char *page, const char *name, const char *conditions)
{
  g_autoptr (GPtrArray) filters = yz_saved_filters_list (session, page);
  YzRecord *older = find_by_name (filters, name);
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Save filter"));
  g_autoptr (YzRecord) filter = NULL;

  g_return_if_fail (YZ_IS_SESSION (session));

  if (older != NULL)
    yz_edit_set (edit, older, "conditions", g_variant_new_string (conditions));
  else
    {
      filter = yz_session_new_record (session, &yz_saved_filter_kind);
      yz_record_set_text (filter, "name", name);
      yz_record_set_text (filter, "page", page);
      yz_record_set_text (filter, "conditions", conditions);
      yz_edit_create (edit, filter);
    }
  yz_session_apply (session, edit);
}

void
yz_saved_filters_delete (YzSession *session, YzRecord *filter)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Delete saved filter"));

  g_return_if_fail (YZ_IS_SESSION (session));
  g_return_if_fail (YZ_IS_RECORD (filter));

  yz_edit_delete (edit, filter);
  yz_session_apply (session, edit);
}
