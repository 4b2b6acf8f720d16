#include "config.h"

#include "yz-card-facts.h"

#include "yz-kinds.h"
#include "yz-mask.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Two facts on one line, each possibly missing. */
static char *
join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strconcat (first, " · ", second, NULL);
}

char *
yz_card_dup_field (YzRecord *station, const char *name, gboolean reveal)
{
  const YzField *field = yz_kind_find_field (&yz_station_kind, name);
  GVariant *value = yz_record_get (station, name);
  g_autoptr (GVariant) masked = value != NULL && !reveal ? yz_mask_value (field, value) : NULL;

  if (value == NULL)
    return NULL;
  return reveal ? yz_field_format (field, value) : masked != NULL ? yz_field_format (field, masked) : NULL;
}

char *
yz_card_dup_address (YzRecord *station)
{
  const char *district = yz_record_get_text (station, "district");
  const char *address = yz_record_get_text (station, "address");

  /* many addresses begin with the district already */
  if (address != NULL && district != NULL && strstr (address, district) != NULL)
    return g_strdup (address);
  return join (district, address);
}

char *
yz_card_dup_position (YzRecord *station)
{
  double lon = yz_record_get_real (station, "lon");
  double lat = yz_record_get_real (station, "lat");

  return isnan (lon) || isnan (lat) ? NULL : g_strdup_printf ("WGS-84 %.5f, %.5f", lon, lat);
}

char *
yz_card_dup_size (YzRecord *station)
{
  g_autofree char *area = yz_card_dup_field (station, "area", TRUE);
  g_autofree char *area_text = area != NULL ? g_strdup_printf ("%s m²", area) : NULL;
  gint64 seats = yz_record_get_integer (station, "seats");
  g_autofree char *seats_text = yz_record_get (station, "seats") != NULL
                                  ? g_strdup_printf (ngettext ("%d seat", "%d seats", (gulong) seats), (int) seats)
                                  : NULL;

  return join (area_text, seats_text);
}

char *
yz_card_dup_hours (YzRecord *station, YzStationHours *hours)
{
  g_autofree char *sentence = yz_hours_to_words (yz_station_hours_get_hours (hours));
  const YzField *field = yz_kind_find_field (&yz_station_kind, "workday_hours");
  const YzChoice *choice = yz_field_get_choice (field, yz_record_get_text (station, "workday_hours"));

  if (choice == NULL)
    return g_steal_pointer (&sentence);
  /* Translators: the hours as a sentence, and whose hours hold on shifted workdays: "Hours of Friday" */
  return g_strdup_printf (_ ("%s; on shifted workdays: %s"), sentence, _ (choice->title));
}

static void
add_tag (GStrvBuilder *tags, const char *tag)
{
  if (tag != NULL && *tag != '\0')
    g_strv_builder_add (tags, tag);
}

char **
yz_card_dup_tags (YzRecord *station, YzStationHours *hours)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autofree char *facility = yz_card_dup_field (station, "facility", TRUE);
  g_autofree char *kind = yz_card_dup_field (station, "kind", TRUE);
  g_autofree char *host = yz_card_dup_field (station, "host_unit", FALSE);
  g_autofree char *built = kind != NULL ? join (kind, host) : NULL;

  if (g_strcmp0 (yz_record_get_text (station, "facility"), "station") != 0)
    add_tag (tags, facility);
  add_tag (tags, built);
  if (yz_record_get_boolean (station, "smart"))
    add_tag (tags, _ ("Smart station"));
  if (yz_record_get_boolean (station, "key_area"))
    add_tag (tags, _ ("Key area"));
  if (yz_station_hours_is_round_the_clock (hours))
    add_tag (tags, _ ("24 hours"));
  add_tag (tags, yz_record_get_text (station, "code"));
  return g_strv_builder_end (tags);
}
