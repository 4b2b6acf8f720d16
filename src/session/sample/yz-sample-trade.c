/* Three months of the sample's stock: deliveries to the warehouse and from there, and what is handed out each day. */
#include "config.h"

#include "yz-sample-private.h"

#define N_DELIVERIES 3
#define HOUR 60

/* Where goods are handed out. The first one keeps what its goods say; the others are better off. */
typedef struct
{
  const char *station, *steward;
  int every;   /* days between two times */
  guint share; /* of the targets, in per cent */
} Shop;

static const Shop shops[] = {
  { YZ_SAMPLE_FIRST, "周敏", 1, 100 }, { "老码头驿站", "吴建国", 3, 80 },       { "文昌阁驿站", "韩雪梅", 4, 80 },
  { "柳荫巷驿站", "郑海燕", 5, 60 },   { "云桥地铁口驿站", "潘志强", 2, 120 },  { "晴川站东广场驿站", "丁磊", 3, 120 },
  { "临湖公园驿站", "魏子涵", 4, 70 }, { "机务段货车司机之家", "许军", 4, 90 },
};

#define N_SHOPS G_N_ELEMENTS (shops)

/* What the days before left. */
typedef struct
{
  YzSample *sample;
  const YzSampleGood *goods;
  guint n_goods;
  int *stock; /* of each good in each shop */
} Trade;

static int *
get_stock (Trade *self, guint shop, guint good)
{
  return &self->stock[shop * self->n_goods + good];
}

static int
get_target (Trade *self, guint shop, guint good)
{
  return (int) MAX (1, (guint) self->goods[good].target * shops[shop].share / 100);
}

/* Of what was delivered once, the first shop comes to what is told of it; the others always have enough. */
static int
get_keep (Trade *self, guint shop, guint good)
{
  return shop == 0 ? self->goods[good].keep : MAX (self->goods[good].minimum + 1, get_target (self, shop, good) / 3);
}

static int
get_day (guint delivery)
{
  return -91 + 30 * (int) delivery;
}

static gboolean
receive (Trade *self, guint delivery, GError **error)
{
  YzSample *sample = self->sample;
  int day = get_day (delivery);
  g_autofree char *slip = yz_sample_format_date (sample, day, "RK-%y%m%d");
  const char *warehouse = yz_sample_get_id (sample, YZ_SAMPLE_WAREHOUSE);
  YzStockNote note = { .at = yz_sample_get_time (sample, day, 10 * HOUR), .document = slip, .handler = "陈立" };
  g_autofree YzStockArrival *arrivals = g_new0 (YzStockArrival, self->n_goods);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < self->n_goods; i++)
    {
      const YzSampleGood *good = &self->goods[i];
      YzStockArrival *arrival = &arrivals[n];

      if (good->expiry[delivery] == 0)
        continue;
      *arrival = (YzStockArrival){ .item = yz_sample_get_id (sample, good->name),
                                   .quantity = good->target * ((int) N_SHOPS + 3),
                                   .source = "bought",
                                   .supplier = "晴川商贸有限公司",
                                   .cost = good->value };
      if (good->lot != 0)
        {
          g_autofree char *format = g_strdup_printf ("%c%%y-%%m%%d", good->lot);

          g_ptr_array_add (texts, yz_sample_format_date (sample, day - 12 - (int) i, format));
          arrival->lot = g_ptr_array_index (texts, texts->len - 1);
          g_ptr_array_add (texts, yz_sample_dup_date (sample, good->expiry[delivery]));
          arrival->expiry = g_ptr_array_index (texts, texts->len - 1);
        }
      n++;
    }
  return yz_sample_apply (sample, yz_stock_make_receipt (sample->store, warehouse, arrivals, n, &note, error), error);
}

/* What fills the shop up again. */
static guint
list_wants (Trade *self, guint delivery, guint shop, YzStockLine *lines)
{
  guint n = 0;

  for (guint i = 0; i < self->n_goods; i++)
    {
      int wanted = get_target (self, shop, i) - *get_stock (self, shop, i);

      if (self->goods[i].expiry[delivery] != 0 && wanted > 0)
        lines[n++] = (YzStockLine){ yz_sample_get_id (self->sample, self->goods[i].name), NULL, wanted };
    }
  return n;
}

/* One of them comes with a box too few. */
static gboolean
is_short (guint delivery, guint shop)
{
  return delivery == 1 && shop == 4;
}

static void
put_away (Trade *self, guint shop, const YzStockLine *lines, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    for (guint good = 0; good < self->n_goods; good++)
      if (g_str_equal (lines[i].item, yz_sample_get_id (self->sample, self->goods[good].name)))
        *get_stock (self, shop, good) += (int) lines[i].quantity;
}

static char *
find_transfer (YzSample *self, const char *number, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_transfer_kind);
  g_autoptr (GPtrArray) found = NULL;

  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (number));
  found = yz_store_load_records (self->store, query, error);
  return found != NULL && found->len == 1 ? g_strdup (yz_record_get_id (g_ptr_array_index (found, 0))) : NULL;
}

static gboolean
deliver_to (Trade *self, guint delivery, guint shop, GError **error)
{
  YzSample *sample = self->sample;
  int day = get_day (delivery) + 1;
  const char *warehouse = yz_sample_get_id (sample, YZ_SAMPLE_WAREHOUSE);
  const char *station = yz_sample_get_id (sample, shops[shop].station);
  g_autofree YzStockLine *lines = g_new0 (YzStockLine, self->n_goods);
  guint n_lines = list_wants (self, delivery, shop, lines);
  g_autofree char *head = yz_sample_format_date (sample, day, "DB-%y%m%d");
  g_autofree char *number = g_strdup_printf ("%s-%02u", head, shop + 1);
  g_autofree char *due = yz_sample_dup_date (sample, day + 2);
  g_autofree char *transfer = NULL;
  YzStockNote note = { .at = yz_sample_get_time (sample, day, 9 * HOUR + (int) shop * 7), .handler = "陈立" };

  if (n_lines == 0)
    return TRUE;
  if (!yz_sample_apply (sample,
                        yz_stock_make_transfer (sample->store, number, warehouse, station, due, lines, n_lines, &note,
                                                error),
                        error))
    return FALSE;
  transfer = find_transfer (sample, number, error);
  if (transfer == NULL)
    return FALSE;
  note = (YzStockNote){ .at = yz_sample_get_time (sample, day + 1, 10 * HOUR), .handler = shops[shop].steward };
  if (is_short (delivery, shop))
    {
      lines[0].quantity--;
      note.reason = "途中破损一箱，已拍照";
    }
  put_away (self, shop, lines, n_lines);
  return yz_sample_apply (sample, yz_stock_make_arrival (sample->store, transfer, lines, n_lines, &note, error), error);
}

static gboolean
deliver (Trade *self, guint delivery, GError **error)
{
  if (!receive (self, delivery, error))
    return FALSE;
  for (guint shop = 0; shop < N_SHOPS; shop++)
    if (!deliver_to (self, delivery, shop, error))
      return FALSE;
  return TRUE;
}

/* Some of the goods, as they are asked for. */
static guint
list_asked (Trade *self, guint shop, YzStockLine *lines, gint64 *people)
{
  GRand *random = self->sample->random;
  guint n = 0;

  *people = 0;
  for (guint i = 0; i < self->n_goods; i++)
    {
      int asked = g_rand_int_range (random, 1, self->goods[i].at_most + 1);
      int quantity = MIN (asked, *get_stock (self, shop, i) - get_keep (self, shop, i));

      if (g_rand_int_range (random, 0, 100) >= 30 || quantity <= 0)
        continue;
      lines[n++] = (YzStockLine){ yz_sample_get_id (self->sample, self->goods[i].name), NULL, quantity };
      *get_stock (self, shop, i) -= quantity;
      *people += quantity;
    }
  return n;
}

static gboolean
hand_out (Trade *self, guint shop, int day, GError **error)
{
  static const char *const recipients[] = { "骑手", "环卫班组", "快递员", "网约车司机", "建筑工友", "交通协管员" };
  YzSample *sample = self->sample;
  g_autofree YzStockLine *lines = g_new0 (YzStockLine, self->n_goods);
  YzStockNote note = { .at = yz_sample_get_time (sample, day, g_rand_int_range (sample->random, 9 * HOUR, 18 * HOUR)),
                       .handler = shops[shop].steward,
                       .recipient = recipients[g_rand_int_range (sample->random, 0, G_N_ELEMENTS (recipients))] };
  guint n_lines = list_asked (self, shop, lines, &note.people);

  if (day > -20 && g_rand_int_range (sample->random, 0, 3) == 0)
    note.campaign = "冬季送温暖";
  return n_lines == 0 ||
         yz_sample_apply (sample,
                          yz_stock_make_hand_out (sample->store, yz_sample_get_id (sample, shops[shop].station), lines,
                                                  n_lines, &note, error),
                          error);
}

/* A day's goods arrive in the morning of the day after the next; before that, nothing is there to be given. */
static gboolean
live (Trade *self, GError **error)
{
  guint delivery = 0;

  for (int day = get_day (0); day < 0; day++)
    {
      if (delivery < N_DELIVERIES && day == get_day (delivery) && !deliver (self, delivery++, error))
        return FALSE;
      for (guint shop = 0; shop < N_SHOPS; shop++)
        if ((day + (int) shop) % shops[shop].every == 0 && day > get_day (delivery - 1) + 2 &&
            !hand_out (self, shop, day, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
yz_sample_trade (YzSample *self, GError **error)
{
  guint n_goods;
  const YzSampleGood *goods = yz_sample_goods (&n_goods);
  g_autofree int *stock = g_new0 (int, n_goods *N_SHOPS);
  Trade trade = { self, goods, n_goods, stock };

  return live (&trade, error);
}
