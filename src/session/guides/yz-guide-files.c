#include "config.h"

#include "yz-guide-files.h"

#include "yz-kinds.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

#define MOST_CHANGES 1000 /* of a station; older ones are left out */

typedef struct
{
  YzStore *store;
  YzPrintLanguage language;
  gboolean reveal;
  YzGuideStation *station;
} File;

/* What the fields' table calls things is English until it is translated. */
static const char *
say (const File *file, const char *msgid)
{
  return file->language == YZ_PRINT_ENGLISH ? msgid : _ (msgid);
}

static void
add_fact (const File *file, const char *group, const char *title, const char *value)
{
  YzGuideFact *fact;

  if (*value == '\0')
    return;
  fact = g_new0 (YzGuideFact, 1);
  fact->group = g_strdup (group);
  fact->title = g_strdup (title);
  fact->value = g_strdup (value);
  g_ptr_array_add (file->station->facts, fact);
}

/* Services are told one by one, with the day since when. */
static void
add_services (const File *file, const YzField *field, GVariant *services)
{
  const YzKind *kind = yz_kinds_find (field->ref_kind);
  GVariantIter iter;
  const char *code, *state, *since;

  g_variant_iter_init (&iter, services);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &code, &state, &since))
    {
      g_autoptr (YzRecord) service = yz_store_find (file->store, kind, code, NULL);
      const YzChoice *choice = yz_field_get_choice (field, state);
      const char *word = choice != NULL ? say (file, choice->title) : state;
      g_autofree char *value = *since != '\0' ? g_strconcat (word, " · ", since, NULL) : g_strdup (word);

      add_fact (file, "services", service != NULL ? yz_record_get_title (service) : code, value);
    }
}

static void
add_fields (const File *file, YzRecord *record)
{
  const YzKind *kind = yz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const YzField *field = &kind->fields[i];
      GVariant *value = yz_record_get_at (record, i);
      g_autofree char *words = NULL;

      if ((field->flags & YZ_FIELD_INTERNAL) != 0 || value == NULL)
        continue;
      if (field->type == YZ_FIELD_MAP)
        {
          add_services (file, field, value);
          continue;
        }
      words = yz_value_to_words (file->store, field, value, file->reveal);
      add_fact (file, field->group != NULL ? field->group : "", say (file, field->title), words);
      file->station->personal |= file->reveal && (field->flags & YZ_FIELD_PERSONAL) != 0;
    }
}

static gboolean
add_attachments (const File *file, GError **error)
{
  static const char *const shown[] = { "content_type", "taken", "note" };
  g_autoptr (YzQuery) query = yz_query_new (&yz_attachment_kind);
  g_autoptr (GPtrArray) attachments = NULL;

  yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (file->station->id));
  attachments = yz_store_load_records (file->store, query, error);
  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      YzRecord *attachment = g_ptr_array_index (attachments, i);
      g_autoptr (GString) value = g_string_new (NULL);

      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        if (yz_record_get_text (attachment, shown[k]) != NULL)
          g_string_append_printf (value, "%s%s", value->len > 0 ? " · " : "",
                                  yz_record_get_text (attachment, shown[k]));
      add_fact (file, "attachments", yz_record_get_title (attachment), value->str);
    }
  return attachments != NULL;
}

/* --- history ------------------------------------------------------------------------------------------------------ */

static YzGuidePast *
new_past (const YzHistoryEntry *entry, const char *what)
{
  g_autoptr (GDateTime) at = yz_office_time (entry->action->at);
  YzGuidePast *past = g_new0 (YzGuidePast, 1);

  past->when = g_date_time_format (at, "%Y-%m-%d %H:%M");
  past->who = g_strdup (entry->action->who);
  past->what = g_strdup (what);
  return past;
}

/* A creation is a line by itself: the values that it began with are those before the first change, or still there. */
static void
add_entry (const File *file, const YzHistoryEntry *entry)
{
  if (entry->verb != YZ_VERB_SET || entry->fields == NULL || entry->fields->len == 0)
    {
      g_ptr_array_add (file->station->history, new_past (entry, say (file, entry->action->label)));
      return;
    }
  for (guint i = 0; i < entry->fields->len; i++)
    {
      const YzFieldChange *change = &g_array_index (entry->fields, YzFieldChange, i);
      YzGuidePast *past = new_past (entry, say (file, change->field->title));

      past->before = yz_value_to_words (file->store, change->field, change->before, file->reveal);
      past->after = yz_value_to_words (file->store, change->field, change->after, file->reveal);
      g_ptr_array_add (file->station->history, past);
    }
}

static gboolean
add_history (const File *file, GError **error)
{
  g_autoptr (GPtrArray) entries = yz_store_get_history (file->store, file->station->id, 0, MOST_CHANGES, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add_entry (file, g_ptr_array_index (entries, i));
  return entries != NULL;
}

static gboolean
load_file (const File *file, GError **error)
{
  g_autoptr (YzRecord) record = yz_store_load (file->store, &yz_station_kind, file->station->id, error);

  if (record == NULL)
    return FALSE;
  add_fields (file, record);
  return add_attachments (file, error) && add_history (file, error);
}

gboolean
yz_guide_files_load (YzStore *store, const YzGuideChoice *choice, YzGuideContent *content, GCancellable *cancellable,
                     GError **error)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      const File file = { store, choice->language, choice->with_mobiles, g_ptr_array_index (content->stations, i) };

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !load_file (&file, error))
        return FALSE;
    }
  return TRUE;
}
