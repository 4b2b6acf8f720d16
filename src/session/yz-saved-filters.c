#include "config.h"

#include "yz-saved-filters.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

YzQuery *
yz_saved_filters_make_query (const char *page)
{
  YzQuery *query = yz_query_new (&yz_saved_filter_kind);

  yz_query_add (query, "page", YZ_COMPARE_EQUAL, g_variant_new_string (page));
  yz_query_set_order (query, "name", FALSE);
  return query;
}

static YzRecord *
find_by_name (GListModel *filters, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (YzRecord) filter = g_list_model_get_item (filters, i);

      if (g_strcmp0 (yz_record_get_title (filter), name) == 0)
        return g_steal_pointer (&filter);
    }
  return NULL;
}

void
yz_saved_filters_save (YzSession *session, GListModel *present, const char *page, const char *name,
                       const char *conditions)
{
  g_autoptr (YzRecord) older = find_by_name (present, name);
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

gboolean
yz_saved_filters_rename (YzSession *session, GListModel *present, YzRecord *filter, const char *name, GError **error)
{
  g_autoptr (YzRecord) other = find_by_name (present, name);
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Rename filter"));

  g_return_val_if_fail (YZ_IS_SESSION (session), FALSE);
  g_return_val_if_fail (YZ_IS_RECORD (filter) && name != NULL, FALSE);

  if (other != NULL && !g_str_equal (yz_record_get_id (other), yz_record_get_id (filter)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("Another filter has this name already"));
      return FALSE;
    }
  if (other == NULL)
    {
      yz_edit_set (edit, filter, "name", g_variant_new_string (name));
      yz_session_apply (session, edit);
    }
  return TRUE;
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
