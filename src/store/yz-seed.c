/* The service catalogue as records. */
#include "config.h"

#include "yz-seed-private.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
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
write_services (YzWriter *writer, YzIdFactory *ids, GError **error)
{
  guint n_seeds;
  const YzServiceSeed *seeds = yz_service_catalogue (&n_seeds);

  for (guint i = 0; i < n_seeds; i++)
    {
      g_autoptr (YzRecord) service = make_service (&seeds[i], i + 1, ids);
      YzChange change = { .verb = YZ_VERB_CREATE, .record = service };

      if (!yz_writer_write (writer, &change, error))
        return FALSE;
    }
  return yz_writer_finish (writer, error);
}

gboolean
yz_seed_write (YzDatabase *database, YzClock *clock, YzIdFactory *ids, GError **error)
{
  g_autoptr (YzTransaction) transaction = yz_transaction_begin (database, error);
  g_autoptr (YzWriter) writer = NULL;
  g_autofree char *id = yz_id_factory_next (ids);
  YzLogEntry entry = {
    .id = id,
    .label = N_ ("New workspace"),
    .at = yz_clock_get_now (clock),
    .settled = TRUE,
  };

  if (transaction == NULL)
    return FALSE;
  writer = yz_writer_begin (database, &entry, error);
  return writer != NULL && write_services (writer, ids, error) && yz_transaction_commit (transaction, error);
}
