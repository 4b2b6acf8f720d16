#include "config.h"

#include "yz-guide-files.h"

#include "yz-catalogue.h"
#include "yz-guide-photos.h"
#include "yz-kinds.h"
#include "yz-value-words.h"

/*
 * Where a file has the fields, in the order of the forms that offices keep. Those that every station should have leave
 * room to be written where they are empty.
 */
static const struct
{
  const char *field;
  const char *group;
  gboolean expected;
} places[] = {
  { "name", "general", TRUE },
  { "code", "general", TRUE },
  { "state", "general", TRUE },
  { "facility", "general", TRUE },
  { "kind", "general", TRUE },
  { "opened", "general", TRUE },
  { "org", "general", TRUE },
  { "host_unit", "general", TRUE },
  { "key_area", "general", TRUE },
  { "smart", "general", TRUE },
  { "state_reason", "general" },
  { "state_until", "general" },
  { "aliases", "general" },
  { "note", "general" },
  { "district", "place", TRUE },
  { "street", "place", TRUE },
  { "address", "place", TRUE },
  { "access", "place", TRUE },
  { "access_note", "place", TRUE },
  { "lon", "place", TRUE },
  { "lat", "place", TRUE },
  { "datum", "place" },
  { "accuracy", "place" },
  { "hours", "hours", TRUE },
  { "hours_text", "hours" },
  { "workday_hours", "hours" },
  { "hours_checked", "hours", TRUE },
  { "area", "services", TRUE },
  { "seats", "services", TRUE },
  { "services", "services", TRUE },
  { "contact", "contact", TRUE },
  { "phones", "contact", TRUE },
};

typedef struct
{
  YzStore *store;
  const YzGuideContent *content;
  YzPrintLanguage language;
  gboolean reveal;
  YzGuideStation *station;
} File;

/* What the model calls things, in the language of the page, which need not be that of the screen. */
static char *
say (const File *file, const char *msgid)
{
  return yz_print_say_both (file->language, yz_catalogue_say_chinese (msgid), msgid);
}

/* @title: (transfer full) */
static void
add_fact (const File *file, const char *group, char *title, const char *value)
{
  YzGuideFact *fact = g_new0 (YzGuideFact, 1);

  fact->group = g_strdup (group);
  fact->title = title;
  fact->value = g_strdup (value);
  g_ptr_array_add (file->station->facts, fact);
}

static const char *
name_service (const File *file, const char *code)
{
  for (guint i = 0; i < file->content->services->len; i++)
    {
      const YzGuideService *service = g_ptr_array_index (file->content->services, i);

      if (g_str_equal (service->code, code))
        return yz_guide_service_get_name (service, file->language, FALSE);
    }
  return code;
}

/* "饮水、休息（2025-03-01）": those in one state, with the day since when. */
static char *
list_services (const File *file, GVariant *services, const char *wanted)
{
  g_autoptr (GString) list = g_string_new (NULL);
  GVariantIter iter;
  const char *code, *state, *since;

  g_variant_iter_init (&iter, services);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &code, &state, &since))
    {
      if (!g_str_equal (state, wanted))
        continue;
      g_string_append_printf (list, "%s%s", list->len > 0 ? yz_print_say (file->language, "、", ", ") : "",
                              name_service (file, code));
      if (*since != '\0')
        g_string_append_printf (list, file->language == YZ_PRINT_ENGLISH ? " (%s)" : "（%s）", since);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* "饮水、充电；暂停：热饭": the first state is the ordinary one and is not worth a word. */
static char *
services_to_words (const File *file, const YzField *field, GVariant *services)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const YzChoice *choice = field->choices; choice->nick != NULL; choice++)
    {
      g_autofree char *list = list_services (file, services, choice->nick), *state = say (file, choice->title);

      if (*list == '\0')
        continue;
      if (words->len > 0)
        g_string_append (words, yz_print_say (file->language, "；", "; "));
      if (choice != field->choices)
        g_string_append_printf (words, "%s%s", state, yz_print_say (file->language, "：", ": "));
      g_string_append (words, list);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Opening hours as a sentence; what cannot be read as it is written. */
static char *
hours_to_words (const File *file, const char *value)
{
  g_autoptr (YzHours) hours = yz_hours_parse (value, NULL, NULL);

  if (hours == NULL)
    return g_strdup (value);
  return yz_hours_describe (hours, file->language == YZ_PRINT_ENGLISH ? YZ_HOURS_ENGLISH : YZ_HOURS_CHINESE);
}

/* @value: a quantity that is nobody's secret */
static char *
quantity_to_words (const File *file, const YzField *field, GVariant *value)
{
  g_autofree char *number = yz_field_format (field, value);

  return g_strdup_printf ("%s %s", number,
                          yz_print_say (file->language, yz_catalogue_say_chinese (field->unit), field->unit));
}

static char *
value_to_words (const File *file, const YzField *field, GVariant *value)
{
  const YzChoice *choice;

  if (value == NULL)
    return g_strdup ("");
  if (field->type == YZ_FIELD_MAP)
    return services_to_words (file, field, value);
  if ((field->flags & YZ_FIELD_HOURS) != 0)
    return hours_to_words (file, g_variant_get_string (value, NULL));
  if (field->type == YZ_FIELD_BOOLEAN)
    return say (file, g_variant_get_boolean (value) ? "yes" : "no");
  if (field->unit != NULL && (field->flags & YZ_FIELD_PERSONAL) == 0)
    return quantity_to_words (file, field, value);
  choice = field->type == YZ_FIELD_CHOICE ? yz_field_get_choice (field, g_variant_get_string (value, NULL)) : NULL;
  return choice != NULL ? say (file, choice->title) : yz_value_to_words (file->store, field, value, file->reveal);
}

static void
add_services (const File *file, const YzField *field, GVariant *services)
{
  for (const YzChoice *choice = field->choices; choice->nick != NULL; choice++)
    {
      g_autofree char *list = list_services (file, services, choice->nick);

      if (*list != '\0')
        add_fact (file, "services", say (file, choice->title), list);
    }
}

/* What was written of the hours is of interest only where nothing else is known of them. */
static gboolean
is_shown (YzRecord *record, const YzField *field)
{
  return (field->flags & YZ_FIELD_INTERNAL) == 0 &&
         (!g_str_equal (field->name, "hours_text") || yz_record_get (record, "hours") == NULL);
}

static void
add_field (const File *file, YzRecord *record, const YzField *field, const char *group, gboolean expected)
{
  GVariant *value = yz_record_get (record, field->name);
  g_autofree char *words = NULL;

  if (!is_shown (record, field) || (value == NULL && !expected))
    return;
  if (value != NULL && field->type == YZ_FIELD_MAP)
    {
      add_services (file, field, value);
      return;
    }
  words = value_to_words (file, field, value);
  add_fact (file, group, say (file, field->title), words);
  file->station->personal |= value != NULL && file->reveal && (field->flags & YZ_FIELD_PERSONAL) != 0;
}

static void
add_fields (const File *file, YzRecord *record)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const YzField *field = yz_kind_find_field (kind, places[i].field);

      g_assert (field != NULL);
      add_field (file, record, field, places[i].group, places[i].expected);
      g_hash_table_add (told, (gpointer) field->name);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (!g_hash_table_contains (told, kind->fields[i].name))
      add_field (file, record, &kind->fields[i], "other", FALSE);
}

/* "正门 · 2025-06-01"; the name of the file where nothing was written */
static char *
write_caption (YzRecord *attachment)
{
  const char *note = yz_record_get_text (attachment, "note"), *taken = yz_record_get_text (attachment, "taken");
  const char *what = note != NULL ? note : yz_record_get_title (attachment);

  return taken != NULL ? g_strconcat (what, " · ", taken, NULL) : g_strdup (what);
}

static gboolean
add_photo (const File *file, YzRecord *attachment, GError **error)
{
  g_autoptr (GBytes) picture = yz_guide_photo_read (file->store, yz_record_get_text (attachment, "sha256"), error);
  YzGuidePhoto *photo;

  if (picture == NULL)
    return FALSE;
  photo = g_new0 (YzGuidePhoto, 1);
  photo->file = g_steal_pointer (&picture);
  photo->caption = write_caption (attachment);
  g_ptr_array_add (file->station->photos, photo);
  return TRUE;
}

static gboolean
add_attachments (const File *file, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_attachment_kind);
  g_autoptr (GPtrArray) attachments = NULL;

  yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (file->station->id));
  attachments = yz_store_load_records (file->store, query, error);
  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      YzRecord *attachment = g_ptr_array_index (attachments, i);
      g_autofree char *caption = write_caption (attachment);

      if (!g_str_has_prefix (yz_record_get_text (attachment, "content_type"), "image/"))
        add_fact (file, "attachments", g_strdup (yz_record_get_title (attachment)), caption);
      else if (!add_photo (file, attachment, error))
        return FALSE;
    }
  return attachments != NULL;
}

/* --- history ------------------------------------------------------------------------------------------------------ */

/* @what: (transfer full) */
static YzGuidePast *
new_past (const YzHistoryEntry *entry, char *what)
{
  g_autoptr (GDateTime) at = yz_office_time (entry->action->at);
  YzGuidePast *past = g_new0 (YzGuidePast, 1);

  past->when = g_date_time_format (at, "%Y-%m-%d %H:%M");
  past->who = g_strdup (entry->action->who);
  past->what = what;
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

      past->before = value_to_words (file, change->field, change->before);
      past->after = value_to_words (file, change->field, change->after);
      g_ptr_array_add (file->station->history, past);
    }
}

static gboolean
add_history (const File *file, GError **error)
{
  g_autoptr (GPtrArray) entries = yz_store_get_history (file->store, file->station->id, 0, G_MAXUINT, error);

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
      const File file = { store, content, choice->language, choice->with_mobiles,
                          g_ptr_array_index (content->stations, i) };

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !load_file (&file, error))
        return FALSE;
    }
  return TRUE;
}
