#include "config.h"

#include "yz-disclosures.h"

#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

static char *
make_name (const YzDisclosed *disclosed)
{
  if (disclosed->title != NULL)
    return g_strdup (disclosed->title);
  return g_strdup (_ (disclosed->kind->title_plural));
}

void
yz_disclosure_add (YzEdit *edit, YzStore *store, const YzDisclosed *disclosed)
{
  g_autofree char *id = NULL, *name = NULL, *who = NULL, *file = NULL;
  g_autoptr (YzRecord) record = NULL;

  g_return_if_fail (YZ_IS_STORE (store));
  g_return_if_fail (disclosed != NULL && disclosed->kind != NULL && disclosed->n_records > 0);

  id = yz_id_factory_next (yz_store_get_ids (store));
  name = make_name (disclosed);
  who = yz_store_dup_author (store);
  record = yz_record_new (&yz_disclosure_kind, id);
  yz_record_set (record, "at", g_variant_new_int64 (yz_clock_get_now (yz_store_get_clock (store))));
  yz_record_set_text (record, "who", who);
  yz_record_set_text (record, "way", disclosed->path != NULL ? "exported" : "shown");
  yz_record_set_text (record, "name", name);
  yz_record_set (record, "records", g_variant_new_int64 (disclosed->n_records));
  yz_record_set_text (record, "purpose", disclosed->purpose);
  if (disclosed->path != NULL)
    file = g_filename_display_basename (disclosed->path);
  yz_record_set_text (record, "file", file);

  yz_edit_create (edit, record);
}

YzEdit *
yz_disclosure_new_edit (YzStore *store, const YzDisclosed *disclosed)
{
  YzEdit *edit;

  g_return_val_if_fail (disclosed != NULL, NULL);

  edit = yz_edit_new (disclosed->path != NULL ? N_ ("Hand out personal data") : N_ ("Show personal data"));
  yz_disclosure_add (edit, store, disclosed);
  return edit;
}

void
yz_disclosure_record_shown (YzSession *session, const YzKind *kind, const char *title, guint n_records)
{
  YzDisclosed disclosed = { .kind = kind, .title = title, .n_records = n_records };
  g_autoptr (YzEdit) edit = NULL;

  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);

  edit = yz_disclosure_new_edit (yz_session_get_store (session), &disclosed);
  yz_session_apply (session, edit);
}
