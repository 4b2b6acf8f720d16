#include "config.h"

#include "yz-station-life.h"

#include "yz-elements.h"
#include "yz-kinds.h"
#include "yz-references.h"
#include "yz-station-goods.h"
#include "yz-station-state.h"

#include <glib/gi18n-lib.h>

static const char *
get_label (const char *state)
{
  static const struct
  {
    const char *state, *label;
  } labels[] = {
    { "open", N_ ("Put into service") }, { "paused", N_ ("Pause") },       { "rectifying", N_ ("Start rectification") },
    { "closed", N_ ("Close for good") }, { "planned", N_ ("Plan again") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].state, state))
      return labels[i].label;
  return N_ ("Change state");
}

YzEdit *
yz_station_make_transition (YzRecord *station, const char *state, const char *reason, const char *until, GError **error)
{
  g_autoptr (YzEdit) edit = NULL;
  g_autoptr (YzRecord) after = NULL;

  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  if (yz_station_state_needs_reason (state) && (reason == NULL || *reason == '\0'))
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("Please give the reason"));
      return NULL;
    }

  after = yz_record_copy (station);
  yz_record_set_text (after, "state", state);
  yz_record_set_text (after, "state_reason", reason);
  yz_record_set_text (after, "state_until", until);
  if (!yz_record_check (after, station, error))
    return NULL;

  edit = yz_edit_new (get_label (state));
  yz_edit_update (edit, station, after);
  return g_steal_pointer (&edit);
}

YzEdit *
yz_station_make_closing (YzStore *store, YzRecord *station, const char *reason, const char *target, GError **error)
{
  g_autoptr (YzEdit) edit = yz_station_make_transition (station, "closed", reason, NULL, error);
  g_autoptr (YzStationGoods) goods = NULL;

  g_return_val_if_fail (YZ_IS_STORE (store), NULL);

  if (edit == NULL || target == NULL)
    return g_steal_pointer (&edit);
  goods = yz_station_goods_read (store, yz_record_get_id (station), NULL, error);
  yz_edit_set_subject (edit, yz_record_get_title (station));
  if (goods == NULL ||
      !yz_station_goods_move (goods, store, edit, target, yz_clock_get_now (yz_store_get_clock (store)), reason, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/* What both have: lists and maps are joined, of anything else the value of @into holds. */
static GVariant *
join_values (const YzField *field, GVariant *into, GVariant *from)
{
  if (field->type == YZ_FIELD_LIST)
    return yz_elements_add (field, into, from);
  if (field->type == YZ_FIELD_MAP)
    return yz_elements_add (field, from, into);
  return g_variant_ref (into != NULL ? into : from);
}

/* Fields of one group go together: half an address of one station and half a position of another is no place. */
static gboolean
group_is_empty (YzRecord *record, const char *group)
{
  const YzKind *kind = yz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].group, group) == 0 && kind->fields[i].merge != YZ_MERGE_ELEMENTS &&
        yz_record_get_at (record, i) != NULL)
      return FALSE;
  return TRUE;
}

static void
add_alias (YzRecord *station, const char *name)
{
  const char *alias[] = { name, NULL };
  const YzField *field = yz_kind_find_field (yz_record_get_kind (station), "aliases");
  g_autoptr (GVariant) added = g_variant_ref_sink (g_variant_new_strv (alias, -1));
  g_autoptr (GVariant) aliases = NULL;

  if (g_str_equal (name, yz_record_get_title (station)))
    return;
  aliases = yz_elements_add (field, yz_record_get (station, "aliases"), added);
  yz_record_set (station, "aliases", aliases);
}

YzRecord *
yz_station_merge_values (YzRecord *from, YzRecord *into)
{
  const YzKind *kind = yz_record_get_kind (into);
  YzRecord *merged = yz_record_copy (into);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const YzField *field = &kind->fields[i];
      GVariant *value = yz_record_get_at (from, i);
      g_autoptr (GVariant) joined = NULL;

      if (value == NULL || (field->flags & YZ_FIELD_INTERNAL) != 0 || g_str_equal (field->name, "code"))
        continue;
      if (field->group != NULL && field->merge != YZ_MERGE_ELEMENTS && !group_is_empty (into, field->group))
        continue;
      joined = join_values (field, yz_record_get_at (into, i), value);
      yz_record_set_at (merged, i, joined);
    }
  add_alias (merged, yz_record_get_title (from));
  return merged;
}

/* A place stays where it is, and a cabinet with its slots: what lies there is moved, and equipment with it. */
static gboolean
is_moved_otherwise (YzRecord *record)
{
  const YzKind *const kinds[] = { &yz_place_kind, &yz_cabinet_kind, &yz_equipment_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (yz_record_get_kind (record) == kinds[i])
      return TRUE;
  return FALSE;
}

static void
redirect (YzEdit *edit, GPtrArray *references, YzRecord *into)
{
  for (guint i = 0; i < references->len; i++)
    {
      const YzReference *reference = g_ptr_array_index (references, i);

      if (is_moved_otherwise (reference->record))
        continue;
      yz_edit_set (edit, reference->record, reference->field->name, g_variant_new_string (yz_record_get_id (into)));
    }
}

static gboolean
move_goods (YzStore *store, YzEdit *edit, YzRecord *from, YzRecord *into, GError **error)
{
  g_autoptr (YzStationGoods) goods = yz_station_goods_read (store, yz_record_get_id (from), NULL, error);
  gint64 now = yz_clock_get_now (yz_store_get_clock (store));

  if (goods == NULL)
    return FALSE;
  return yz_station_goods_is_empty (goods) ||
         yz_station_goods_move (goods, store, edit, yz_record_get_id (into), now, _ ("Stations were merged"), error);
}

YzEdit *
yz_station_make_merge (YzStore *store, YzRecord *from, YzRecord *into, GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Merge stations"));
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (YzRecord) merged = NULL;
  g_autofree char *subject = NULL;

  g_return_val_if_fail (YZ_IS_STORE (store), NULL);

  if (g_str_equal (yz_record_get_id (from), yz_record_get_id (into)))
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("A station cannot be merged with itself"));
      return NULL;
    }
  if (!yz_station_state_check (yz_record_get_text (from, "state"), "merged", error))
    return NULL;
  references = yz_references_find (store, yz_record_get_kind (from), yz_record_get_id (from), error);
  if (references == NULL)
    return NULL;

  merged = yz_station_merge_values (from, into);
  yz_edit_update (edit, into, merged);
  yz_edit_set (edit, from, "merged_into", g_variant_new_string (yz_record_get_id (into)));
  yz_edit_set (edit, from, "state", g_variant_new_string ("merged"));
  redirect (edit, references, into);
  if (!move_goods (store, edit, from, into, error))
    return NULL;

  subject = g_strdup_printf ("%s → %s", yz_record_get_title (from), yz_record_get_title (into));
  yz_edit_set_subject (edit, subject);
  return g_steal_pointer (&edit);
}

/* How a station ends, which needs reading. */
typedef struct
{
  YzStore *store;
  YzRecord *station;
  char *target; /* into which it is merged, or where its goods go; NULL for nowhere */
  char *reason; /* NULL for a merger */
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_clear_object (&ending->store);
  g_clear_object (&ending->station);
  g_free (ending->target);
  g_free (ending->reason);
  g_free (ending);
}

static YzEdit *
make_ending (const Ending *ending, GError **error)
{
  g_autoptr (YzRecord) into = NULL;

  if (ending->reason != NULL)
    return yz_station_make_closing (ending->store, ending->station, ending->reason, ending->target, error);
  into = yz_store_load (ending->store, &yz_station_kind, ending->target, error);
  return into != NULL ? yz_station_make_merge (ending->store, ending->station, into, error) : NULL;
}

static void
end_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  YzEdit *edit = make_ending (data, &error);

  if (edit != NULL)
    g_task_return_pointer (task, edit, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_ending_made (GObject *source, GAsyncResult *result, gpointer data)
{
  YzSession *session = YZ_SESSION (source);
  Ending *ending = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    yz_session_report_error (session, error);
  else if (yz_session_get_store (session) == ending->store)
    yz_session_apply (session, edit);
}

static void
end_station (YzSession *session, YzRecord *station, const char *target, const char *reason)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, on_ending_made, NULL);
  Ending *ending = g_new0 (Ending, 1);

  *ending = (Ending){ g_object_ref (yz_session_get_store (session)), yz_record_copy (station), g_strdup (target),
                      g_strdup (reason) };
  g_task_set_source_tag (task, end_station);
  g_task_set_task_data (task, ending, ending_free);
  g_task_run_in_thread (task, end_in_thread);
}

void
yz_station_merge (YzSession *session, YzRecord *from, const char *into)
{
  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (YZ_IS_RECORD (from) && into != NULL);

  end_station (session, from, into, NULL);
}

void
yz_station_close (YzSession *session, YzRecord *station, const char *reason, const char *target)
{
  g_return_if_fail (YZ_IS_SESSION (session) && yz_session_get_store (session) != NULL);
  g_return_if_fail (YZ_IS_RECORD (station) && reason != NULL);

  end_station (session, station, target, reason);
}

static YzRecord *
copy_station (YzRecord *station, const char *id)
{
  const YzKind *kind = yz_record_get_kind (station);
  YzRecord *copy = yz_record_new_empty (kind, id);
  g_autofree char *name = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    yz_record_set_at (copy, i, yz_record_get_at (station, i));
  yz_record_set (copy, "code", NULL);
  yz_record_set (copy, "merged_into", NULL);
  yz_record_set (copy, "aliases", NULL);
  /* Translators: the name of a copy, %s is the name of the original */
  name = g_strdup_printf (_ ("%s (copy)"), yz_record_get_title (station));
  yz_record_set_text (copy, "name", name);
  return copy;
}

YzEdit *
yz_station_make_duplicate (YzRecord *station, const char *id)
{
  YzEdit *edit;
  g_autoptr (YzRecord) copy = NULL;

  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  edit = yz_edit_new (N_ ("Duplicate"));
  copy = copy_station (station, id);
  yz_edit_create (edit, copy);
  return edit;
}

YzEdit *
yz_station_make_move (YzRecord *station, double lon, double lat)
{
  YzEdit *edit;

  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  edit = yz_edit_new (N_ ("Move station"));
  yz_edit_set (edit, station, "lon", g_variant_new_double (lon));
  yz_edit_set (edit, station, "lat", g_variant_new_double (lat));
  yz_edit_set (edit, station, "datum", g_variant_new_string ("wgs84"));
  return edit;
}
