#include "config.h"

#include "yz-guide-changes.h"

/* Metres: positions are put right by less without anybody walking another way. */
#define MOVED 60.0

static void
line_free (gpointer data)
{
  YzGuideChangeLine *line = data;

  g_free (line->was);
  g_free (line->is);
  g_free (line->since);
  g_free (line);
}

static void
change_free (gpointer data)
{
  YzGuideChange *change = data;

  g_ptr_array_unref (change->lines);
  g_free (change);
}

static gboolean
strv_equal (GStrv a, GStrv b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? (const char *const *) a : none, b != NULL ? (const char *const *) b : none);
}

static gboolean
hours_equal (YzHours *a, YzHours *b)
{
  g_autofree char *one = a != NULL ? yz_hours_to_string (a) : NULL;
  g_autofree char *other = b != NULL ? yz_hours_to_string (b) : NULL;

  return g_strcmp0 (one, other) == 0;
}

static YzGuideOfferState
state_of (const YzGuideStation *station, const YzGuideService *service, gboolean *offered)
{
  const YzGuideOffer *offer = yz_guide_station_offers (station, service);

  *offered = offer != NULL;
  return offer != NULL ? offer->state : YZ_GUIDE_OFFERED;
}

static gboolean
offer_equal (const YzGuideStation *a, const YzGuideStation *b, const YzGuideService *service)
{
  gboolean in_a, in_b;
  YzGuideOfferState state_a = state_of (a, service, &in_a);
  YzGuideOfferState state_b = state_of (b, service, &in_b);

  return in_a == in_b && state_a == state_b;
}

static gboolean
offers_equal (const YzGuideStation *a, const YzGuideStation *b)
{
  if (a->offers->len != b->offers->len)
    return FALSE;
  for (guint i = 0; i < a->offers->len; i++)
    if (!offer_equal (a, b, ((const YzGuideOffer *) g_ptr_array_index (a->offers, i))->service))
      return FALSE;
  return TRUE;
}

static gboolean
has_moved (const YzGuideStation *before, const YzGuideStation *now)
{
  return before->has_position && now->has_position && yz_position_distance (before->position, now->position) > MOVED;
}

static gboolean
has_changed (const YzGuideStation *before, const YzGuideStation *now, YzGuideAspect aspect)
{
  switch (aspect)
    {
    case YZ_GUIDE_ASPECT_STATE:
      return g_strcmp0 (before->state_note, now->state_note) != 0;
    case YZ_GUIDE_ASPECT_HOURS:
      return !hours_equal (before->ordinary, now->ordinary);
    case YZ_GUIDE_ASPECT_ACCESS:
      return g_strcmp0 (before->access, now->access) != 0;
    case YZ_GUIDE_ASPECT_SERVICES:
      return !offers_equal (before, now);
    case YZ_GUIDE_ASPECT_PHONES:
      return !strv_equal (before->phones, now->phones);
    case YZ_GUIDE_ASPECT_PLACE:
      return g_strcmp0 (before->address, now->address) != 0 || has_moved (before, now);
    case YZ_GUIDE_ASPECT_NAME:
      return g_strcmp0 (before->name, now->name) != 0;
    case YZ_GUIDE_N_ASPECTS:
    default:
      return FALSE;
    }
}

static void
add_line (YzGuideChange *change, const char *was, const char *is, const char *since)
{
  YzGuideChangeLine *line = g_new0 (YzGuideChangeLine, 1);

  line->was = g_strdup (was);
  line->is = g_strdup (is);
  line->since = g_strdup (since);
  g_ptr_array_add (change->lines, line);
}

static char *
say_hours (const YzGuideStation *station, YzPrintLanguage language)
{
  if (station->hours_lines == NULL)
    return g_strdup (yz_print_say (language, "时间未核实", "hours not known"));
  return g_strjoinv ("\n", station->hours_lines);
}

static char *
say_open (const YzGuideStation *station, YzPrintLanguage language)
{
  return station->state_note != NULL ? g_strdup (station->state_note) : say_hours (station, language);
}

/* "有热饭", "没有母婴室", "热饭暂停" */
static void
append_offer (GString *text, const YzGuideStation *station, const YzGuideService *service, YzPrintLanguage language)
{
  const YzGuideOffer *offer = yz_guide_station_offers (station, service);
  const char *name = yz_guide_service_get_name (service, language, FALSE);
  gboolean english = language == YZ_PRINT_ENGLISH;

  if (text->len > 0)
    g_string_append (text, english ? ", " : "、");
  if (offer == NULL)
    g_string_append_printf (text, english ? "no %s" : "没有%s", name);
  else if (offer->state == YZ_GUIDE_SERVICE_PAUSED)
    g_string_append_printf (text, english ? "%s paused" : "%s暂停", name);
  else if (offer->state == YZ_GUIDE_SERVICE_PLANNED)
    g_string_append_printf (text, english ? "%s planned" : "%s计划中", name);
  else
    g_string_append_printf (text, english ? "%s" : "有%s", name);
}

static void
add_services (YzGuideChange *change, const YzGuideContent *content)
{
  g_autoptr (GString) was = g_string_new (NULL), is = g_string_new (NULL);

  for (guint i = 0; i < content->services->len; i++)
    {
      const YzGuideService *service = g_ptr_array_index (content->services, i);

      if (offer_equal (change->before, change->now, service))
        continue;
      append_offer (was, change->before, service, content->language);
      append_offer (is, change->now, service, content->language);
    }
  add_line (change, was->str, is->str, change->now->since[YZ_GUIDE_ASPECT_SERVICES]);
}

static char *
say_phones (const YzGuideStation *station, YzPrintLanguage language)
{
  if (station->phones == NULL)
    return g_strdup (yz_print_say (language, "没有电话", "no telephone"));
  return g_strjoinv (yz_print_say (language, "、", ", "), station->phones);
}

static void
add_place (YzGuideChange *change, YzPrintLanguage language)
{
  const char *since = change->now->since[YZ_GUIDE_ASPECT_PLACE];
  guint distance = (guint) yz_position_distance (change->before->position, change->now->position);
  g_autofree char *metres = NULL;

  if (g_strcmp0 (change->before->address, change->now->address) != 0)
    {
      const char *none = yz_print_say (language, "没有地址", "no address");
      const char *is = change->now->address != NULL ? change->now->address : none;
      g_autofree char *far = yz_print_say_number (language, distance, "离原址 %u 米", "%u metre from the old address",
                                                  "%u metres from the old address");
      g_autofree char *place = has_moved (change->before, change->now) ? g_strconcat (is, "\n", far, NULL)
                                                                       : g_strdup (is);

      add_line (change, change->before->address != NULL ? change->before->address : none, place, since);
      return;
    }
  metres = yz_print_say_number (language, distance, "图上位置改正 %u 米", "moved by %u metre on the map",
                                "moved by %u metres on the map");
  add_line (change, NULL, metres, since);
}

static void
add_state (YzGuideChange *change, YzPrintLanguage language)
{
  g_autofree char *was = say_open (change->before, language), *is = say_open (change->now, language);

  add_line (change, was, is, change->now->since[YZ_GUIDE_ASPECT_STATE]);
}

static void
add_aspect (YzGuideChange *change, const YzGuideContent *content, YzGuideAspect aspect)
{
  const YzGuideStation *before = change->before, *now = change->now;
  YzPrintLanguage language = content->language;
  const char *none = yz_print_say (language, "没写", "not told");
  g_autofree char *was = NULL, *is = NULL;

  switch (aspect)
    {
    case YZ_GUIDE_ASPECT_STATE:
      add_state (change, language);
      return;
    case YZ_GUIDE_ASPECT_SERVICES:
      add_services (change, content);
      return;
    case YZ_GUIDE_ASPECT_PLACE:
      add_place (change, language);
      return;
    case YZ_GUIDE_ASPECT_HOURS:
      was = say_hours (before, language);
      is = say_hours (now, language);
      break;
    case YZ_GUIDE_ASPECT_ACCESS:
      was = g_strdup (before->access != NULL ? before->access : none);
      is = g_strdup (now->access != NULL ? now->access : none);
      break;
    case YZ_GUIDE_ASPECT_PHONES:
      was = say_phones (before, language);
      is = say_phones (now, language);
      break;
    case YZ_GUIDE_ASPECT_NAME:
      was = g_strdup (before->name);
      is = g_strdup (now->name);
      break;
    case YZ_GUIDE_N_ASPECTS:
    default:
      return;
    }
  add_line (change, was, is, now->since[aspect]);
}

static YzGuideChangeGroup
group_of (const YzGuideChange *change)
{
  const YzGuideStation *before = change->before, *now = change->now;

  if (has_changed (before, now, YZ_GUIDE_ASPECT_STATE))
    return now->state_note != NULL ? YZ_GUIDE_CHANGE_PAUSED : YZ_GUIDE_CHANGE_REOPENED;
  if (has_changed (before, now, YZ_GUIDE_ASPECT_HOURS))
    return YZ_GUIDE_CHANGE_HOURS;
  if (has_changed (before, now, YZ_GUIDE_ASPECT_ACCESS))
    return YZ_GUIDE_CHANGE_ACCESS;
  return YZ_GUIDE_CHANGE_DETAILS;
}

static YzGuideChange *
change_new (const YzGuideStation *before, const YzGuideStation *now)
{
  YzGuideChange *change = g_new0 (YzGuideChange, 1);

  change->before = before;
  change->now = now;
  change->lines = g_ptr_array_new_with_free_func (line_free);
  return change;
}

static void
add_change (YzGuideChanges *self, YzGuideChange *change, YzGuideChangeGroup group)
{
  change->group = group;
  self->n_in[group]++;
  g_ptr_array_add (self->all, change);
}

static void
add_new (YzGuideChanges *self, const YzGuideStation *now, YzPrintLanguage language)
{
  YzGuideChange *change = change_new (NULL, now);
  g_autofree char *is = say_open (now, language);

  add_line (change, NULL, is, now->since[YZ_GUIDE_ASPECT_STATE]);
  add_change (self, change, YZ_GUIDE_CHANGE_NEW);
}

static void
add_withdrawn (YzGuideChanges *self, const YzGuideStation *before, YzPrintLanguage language)
{
  YzGuideChange *change = change_new (before, NULL);
  g_autofree char *was = say_hours (before, language);
  const char *is = before->state_note;

  add_line (change, was, is != NULL ? is : yz_print_say (language, "不再列入", "no longer listed"),
            before->since[YZ_GUIDE_ASPECT_STATE]);
  add_change (self, change, YZ_GUIDE_CHANGE_WITHDRAWN);
}

static void
compare (YzGuideChanges *self, const YzGuideContent *content, const YzGuideStation *before, const YzGuideStation *now)
{
  YzGuideChange *change = change_new (before, now);

  for (YzGuideAspect aspect = 0; aspect < YZ_GUIDE_N_ASPECTS; aspect++)
    if (has_changed (before, now, aspect))
      add_aspect (change, content, aspect);
  if (change->lines->len > 0)
    {
      add_change (self, change, group_of (change));
      self->n_changed++;
      return;
    }
  change_free (change);
  g_ptr_array_add (self->same, (gpointer) now);
}

static GHashTable *
index_stations (GPtrArray *stations)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; stations != NULL && i < stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (stations, i);

      g_hash_table_insert (index, station->id, station);
    }
  return index;
}

static guint
number_of (const YzGuideChange *change)
{
  return change->now != NULL ? change->now->number : change->before->number;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const YzGuideChange *left = *(YzGuideChange *const *) a, *right = *(YzGuideChange *const *) b;

  if (left->group != right->group)
    return (int) left->group - (int) right->group;
  return (number_of (left) > number_of (right)) - (number_of (left) < number_of (right));
}

YzGuideChanges *
yz_guide_changes_new (const YzGuideContent *content)
{
  YzGuideChanges *self = g_new0 (YzGuideChanges, 1);
  g_autoptr (GHashTable) before = index_stations (content->before);
  g_autoptr (GHashTable) now = index_stations (content->stations);

  self->all = g_ptr_array_new_with_free_func (change_free);
  self->same = g_ptr_array_new ();
  self->n_before = content->before != NULL ? content->before->len : 0;
  self->n_now = content->stations->len;
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);
      const YzGuideStation *old = g_hash_table_lookup (before, station->id);

      if (old != NULL)
        compare (self, content, old, station);
      else
        add_new (self, station, content->language);
    }
  for (guint i = 0; i < self->n_before; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->before, i);

      if (!g_hash_table_contains (now, station->id))
        add_withdrawn (self, station, content->language);
    }
  g_ptr_array_sort (self->all, compare_changes);
  return self;
}

void
yz_guide_changes_free (YzGuideChanges *self)
{
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->same);
  g_free (self);
}

void
yz_guide_content_mark_changes (YzGuideContent *content)
{
  g_autoptr (GHashTable) before = index_stations (content->before);

  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);
      const YzGuideStation *old = g_hash_table_lookup (before, station->id);

      station->changed = content->before != NULL && old == NULL;
      for (YzGuideAspect aspect = 0; old != NULL && aspect < YZ_GUIDE_N_ASPECTS; aspect++)
        station->changed |= has_changed (old, station, aspect);
    }
}
