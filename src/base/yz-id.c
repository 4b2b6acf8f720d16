/*
 * UUIDv7: 48 bits of milliseconds, a 12-bit counter that keeps ids of one millisecond in order,
 * 62 random bits. Nothing of the computer or user is in it.
 */
#include "config.h"

#include "yz-id.h"

struct _YzIdFactory
{
  GObject parent_instance;

  YzClock *clock;
  GRand *random;
  GMutex lock;
  gint64 last_time;
  guint counter;
};

G_DEFINE_FINAL_TYPE (YzIdFactory, yz_id_factory, G_TYPE_OBJECT)

#define COUNTER_LIMIT 0x1000

static void
yz_id_factory_finalize (GObject *object)
{
  YzIdFactory *self = YZ_ID_FACTORY (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->random, g_rand_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (yz_id_factory_parent_class)->finalize (object);
}

static void
yz_id_factory_class_init (YzIdFactoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_id_factory_finalize;
}

static void
yz_id_factory_init (YzIdFactory *self)
{
  g_mutex_init (&self->lock);
}

static YzIdFactory *
id_factory_new (YzClock *clock, GRand *random)
{
  YzIdFactory *self = g_object_new (YZ_TYPE_ID_FACTORY, NULL);

  self->clock = g_object_ref (clock);
  self->random = random;
  return self;
}

YzIdFactory *
yz_id_factory_new (YzClock *clock)
{
  g_return_val_if_fail (YZ_IS_CLOCK (clock), NULL);
  return id_factory_new (clock, g_rand_new ());
}

YzIdFactory *
yz_id_factory_new_seeded (YzClock *clock, guint32 seed)
{
  g_return_val_if_fail (YZ_IS_CLOCK (clock), NULL);
  return id_factory_new (clock, g_rand_new_with_seed (seed));
}

/* A clock set back, or more than 4096 ids in a millisecond: borrow from the future rather than go backwards. */
static void
advance (YzIdFactory *self)
{
  gint64 now = yz_clock_get_now (self->clock);

  if (now > self->last_time)
    {
      self->last_time = now;
      self->counter = 0;
    }
  else if (++self->counter == COUNTER_LIMIT)
    {
      self->last_time++;
      self->counter = 0;
    }
}

char *
yz_id_factory_next (YzIdFactory *self)
{
  guint64 time;
  guint counter;
  guint32 high, low;

  g_return_val_if_fail (YZ_IS_ID_FACTORY (self), NULL);

  g_mutex_lock (&self->lock);
  advance (self);
  time = (guint64) self->last_time;
  counter = self->counter;
  high = g_rand_int (self->random);
  low = g_rand_int (self->random);
  g_mutex_unlock (&self->lock);

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x", (guint) (time >> 16) & 0xffffffffu, (guint) time & 0xffff,
                          counter, 0x8000 | ((high >> 16) & 0x3fff), high & 0xffff, low);
}

char *
yz_id_derive (const char *space, const char *name)
{
  static const char house[] = "org.yizhan.Yizhan";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 b[20];
  gsize length = sizeof b;

  /* the ends of the texts count, so that "a", "bc" and "ab", "c" differ */
  g_checksum_update (checksum, (const guchar *) house, sizeof house);
  g_checksum_update (checksum, (const guchar *) space, (gssize) strlen (space) + 1);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, b, &length);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-5%x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2], b[3],
                          b[4], b[5], b[6] & 0xfu, b[7], 0x80u | (b[8] & 0x3fu), b[9], b[10], b[11], b[12], b[13],
                          b[14], b[15]);
}

gboolean
yz_id_is_made (const char *id)
{
  /* the version stands behind the second hyphen */
  return strlen (id) == YZ_ID_LENGTH && id[14] == '7';
}
