#include "config.h"

#include "yz-listing-verbs.h"

#include <glib/gi18n-lib.h>

static YzEdit *
new_deletion (void)
{
  return yz_edit_new (N_ ("Move to trash"));
}

static void
add_deletion (YzListing *self, YzEdit *edit, gint64 row)
{
  g_autoptr (YzRecord) record = row != 0 ? yz_listing_load_row (self, row) : NULL;

  if (record != NULL && yz_record_get_deleted_at (record) == 0)
    yz_edit_delete (edit, record);
}

static void
apply_deletion (YzListing *self, YzEdit *edit)
{
  guint n = yz_edit_get_n_changes (edit);
  /* Translators: a kind of record, as of several, and how many: "Stations × 3" */
  g_autofree char *subject = g_strdup_printf (_ ("%s × %u"), _ (yz_listing_get_kind (self)->title_plural), n);

  /* of one record the history says the name */
  if (n > 1)
    yz_edit_set_subject (edit, subject);
  if (n > 0)
    yz_session_apply (yz_listing_get_session (self), edit);
}

void
yz_listing_delete_current (YzListing *self)
{
  g_autoptr (YzEdit) edit = new_deletion ();

  g_return_if_fail (YZ_IS_LISTING (self));

  add_deletion (self, edit, yz_listing_get_current_row (self));
  apply_deletion (self, edit);
}

void
yz_listing_delete_selected (YzListing *self)
{
  g_autoptr (YzEdit) edit = new_deletion ();
  GArray *rows;

  g_return_if_fail (YZ_IS_LISTING (self));

  rows = yz_listing_get_selected (self);
  if (rows->len == 0)
    add_deletion (self, edit, yz_listing_get_current_row (self));
  for (guint i = 0; i < rows->len; i++)
    add_deletion (self, edit, g_array_index (rows, gint64, i));
  apply_deletion (self, edit);
}

typedef struct
{
  YzListing *listing;
  char *id;
} Creating;

static void
creating_free (Creating *creating)
{
  g_object_unref (creating->listing);
  g_free (creating->id);
  g_free (creating);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Creating, creating_free)

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Creating) creating = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  if (error != NULL)
    yz_session_report_error (YZ_SESSION (source), error);
  else
    yz_listing_select_id (creating->listing, creating->id);
}

void
yz_listing_create (YzListing *self, YzEdit *edit, const char *id)
{
  Creating *creating;

  g_return_if_fail (YZ_IS_LISTING (self));
  g_return_if_fail (YZ_IS_EDIT (edit) && id != NULL);

  creating = g_new0 (Creating, 1);
  creating->listing = g_object_ref (self);
  creating->id = g_strdup (id);
  yz_session_apply_async (yz_listing_get_session (self), edit, on_created, creating);
}
