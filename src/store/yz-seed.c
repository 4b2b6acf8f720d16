/* The service catalogue and the official calendar as records. */
#include "config.h"

#include "yz-seed-private.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-official-calendar.h"
#include "yz-service-catalogue.h"
#include "yz-writer-private.h"

static YzRecord *
make_service (const YzServiceSeed *seed, guint position, YzIdFactory *ids)
{
  g_autofree char *id = yz_id_factory_next (ids);
  g_autofree char *icon = g_strdup_printf ("yz-service-%s-symbolic", seed->code);
  g_auto (GStrv) words = g_strsplit (seed->words, "|", -1);
  YzRecord *service = yz_record_new (&yz_service_kind, id);

  yz_record_set_text (service, "code", seed->code);
  yz_record_set_text (service, "name", seed->name);
  yz_record_set_text (service, "short_name", seed->short_name);
  yz_record_set_text (service, "icon", icon);
  yz_record_set (service, "words", g_variant_new_strv ((const char *const *) words, -1));
  yz_record_set (service, "standard", g_variant_new_boolean (seed->standard));
  yz_record_set (service, "position", g_variant_new_int64 (position));
  return service;
}

static gboolean
write_record (YzWriter *writer, YzRecord *record, GError **error)
{
  YzChange change = { .verb = YZ_VERB_CREATE, .record = record };

  return yz_writer_write (writer, &change, error);
}

static gboolean
write_services (YzWriter *writer, YzIdFactory *ids, GError **error)
{
  guint n_seeds;
  const YzServiceSeed *seeds = yz_service_catalogue (&n_seeds);

  for (guint i = 0; i < n_seeds; i++)
    {
      g_autoptr (YzRecord) service = make_service (&seeds[i], i + 1, ids);

      if (!write_record (writer, service, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_days (YzWriter *writer, YzIdFactory *ids, GError **error)
{
  g_autoptr (GPtrArray) days = yz_official_calendar_make_days (ids);

  for (guint i = 0; i < days->len; i++)
    if (!write_record (writer, g_ptr_array_index (days, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_all (YzDatabase *database, YzClock *clock, YzIdFactory *ids, const char *label, gboolean services, GError **error)
{
  g_autoptr (YzTransaction) transaction = yz_transaction_begin (database, error);
  g_autoptr (YzWriter) writer = NULL;
  g_autofree char *id = yz_id_factory_next (ids);
  YzLogEntry entry = {
    .id = id,
    .label = label,
    .at = yz_clock_get_now (clock),
    .settled = TRUE,
  };

  if (transaction == NULL)
    return FALSE;
  writer = yz_writer_begin (database, &entry, error);
  return writer != NULL && (!services || write_services (writer, ids, error)) && write_days (writer, ids, error) &&
         yz_writer_finish (writer, error) && yz_transaction_commit (transaction, error);
}

gboolean
yz_seed_write (YzDatabase *database, YzClock *clock, YzIdFactory *ids, GError **error)
{
  return write_all (database, clock, ids, N_ ("New workspace"), TRUE, error);
}

/* A day in the trash counts: what somebody took out does not come back by itself. */
gboolean
yz_seed_write_calendar (YzDatabase *database, YzClock *clock, YzIdFactory *ids, GError **error)
{
  gint64 any = yz_database_get_number (database, "SELECT EXISTS (SELECT 1 FROM calendar_day)", error);

  if (any != 0)
    return any > 0;
  return write_all (database, clock, ids, N_ ("Official calendar"), FALSE, error);
}
