#include "config.h"

#include "yz-place-names.h"

#include "yz-kinds.h"
#include "yz-place.h"

/* Names of shelves that begin with so many characters of the station's name say where they are. */
#define SAME_CHARACTERS 2

static char *
dup_title (YzStore *store, const YzKind *kind, const char *id)
{
  g_autoptr (YzRecord) record = id != NULL ? yz_store_load (store, kind, id, NULL) : NULL;

  return record != NULL ? g_strdup (yz_record_get_title (record)) : NULL;
}

static gboolean
begins_like (const char *name, const char *station)
{
  g_autofree char *beginning = g_utf8_substring (station, 0, MIN (SAME_CHARACTERS, g_utf8_strlen (station, -1)));

  return g_str_has_prefix (name, beginning);
}

static char *
put_before (char *whole, const char *name)
{
  g_autofree char *owned = whole;

  return owned != NULL && !begins_like (name, owned) ? g_strdup_printf ("%s · %s", owned, name) : g_strdup (name);
}

char *
yz_place_dup_name (YzStore *store, YzRecord *place, const char *station)
{
  const char *title = yz_record_get_title (place), *own = yz_record_get_text (place, "station");
  YzPlaceType type = yz_place_get_type_of (place);
  g_autofree char *name = g_strdup (title);

  if (type == YZ_PLACE_SLOT)
    {
      g_free (name);
      name = put_before (dup_title (store, &yz_cabinet_kind, yz_record_get_text (place, "cabinet")), title);
    }
  if (type == YZ_PLACE_STATION || own == NULL || g_strcmp0 (own, station) == 0)
    return g_steal_pointer (&name);
  return put_before (dup_title (store, &yz_station_kind, own), name);
}
