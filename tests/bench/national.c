/*
 * Writes a list of stations as a national federation would hand it over: names, addresses, hours, phones and
 * services in the forms that real lists have, over cities of very different sizes. Everything is put together from
 * invented or everyday words; the same rows and seed give the same file.
 *
 *   national [--rows 200000] [--seed 42] [--datum GCJ-02] [--missing 0.2] OUT.csv
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "yz-datum.h"

#define N_CITIES 300    /* as many as there are names: syllables times endings */
#define SPOT_SHARE 0.02 /* rows that share the position of the row before: two stations in one building */

typedef struct
{
  char *name;
  YzPosition centre;
  double radius; /* metres within which two thirds of the stations lie */
  double weight; /* running sum, ends at 1 */
  guint area_code;
} City;

typedef struct
{
  GRand *rand;
  City cities[N_CITIES];
  YzDatum datum;
  double missing;
  YzPosition last;
} National;

/* A word listed twice is taken twice as often. */
typedef struct
{
  const char *const *words;
  guint n_words;
} Words;

/* clang-format off */
#define WORDS(...) { (const char *const[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })) }

static const Words syllables = WORDS ("安", "宁", "清", "云", "平", "和", "丰", "泰", "临", "远", "嘉", "永", "瑞",
                                      "澄", "曲", "禾", "望", "景", "启", "昌");
static const Words endings = WORDS ("江", "阳", "州", "川", "源", "陵", "原", "山", "海", "湖", "桥", "浦", "泉", "岭", "城");
static const Words road_words = WORDS ("人民", "解放", "建设", "和平", "文化", "工业", "光明", "新华", "长江", "黄河",
                                       "迎宾", "滨河", "学府", "青年", "劳动", "创业", "银杏", "梧桐", "桂花", "望湖");
static const Words road_kinds = WORDS ("路", "路", "路", "街", "街", "大道", "东路", "西路", "南路", "北路", "巷");
static const Words hosts = WORDS ("建设银行网点", "邮政所", "移动营业厅", "电信营业厅", "供电所", "党群服务中心",
                                  "加油站", "公交首末站", "图书馆", "药房", "社区", "环卫所", "快递分拨点", "公园",
                                  "产业园", "农贸市场", "体育中心", "政务大厅", "商业广场", "货运站");
static const Words station_words = WORDS ("工会驿站", "工会驿站", "工会驿站", "职工驿站", "工会爱心驿站",
                                          "户外劳动者服务站点", "户外劳动者驿站", "暖心驿站", "爱心驿站", "司机之家");
static const Words district_kinds = WORDS ("区", "区", "区", "县", "市", "高新区", "经开区");
static const Words standard_hours = WORDS ("Mo-Fr 08:30-12:00,14:00-17:30", "Mo-Su 08:00-20:00", "24/7",
                                           "Mo-Sa 09:00-18:00", "Mo-Fr 09:00-17:00; Sa 09:00-12:00",
                                           "Mo-Su 07:00-22:00; PH off");
static const Words chinese_hours = WORDS ("周一至周五 08:30-12:00,13:00-17:30", "24小时", "全天", "每天8:00-18:00",
                                          "周一至周日 9:00—21:00", "工作日开放", "星期一到星期五 9:30-17:00",
                                          "周一至周五：7:30–19:00；周末：9:30–17:30", "上午8:00—12:00，下午14:30—18:00",
                                          "8点-11点 14点30分-17点30分", "以站点公示为准");
static const Words services = WORDS ("休息", "饮水", "热饭", "手机充电", "如厕指引", "应急药品", "雨具", "针线包",
                                     "冰箱", "图书", "Wi-Fi", "法律援助", "小维修工具", "理发", "健康检测", "母婴室");
static const Words kinds = WORDS ("自建", "共建", "共建", "共建", "集装箱", "移动");
static const Words states = WORDS ("开放", "开放", "开放", "开放", "开放", "开放", "开放", "暂停开放", "筹建", "停用");
static const Words turns = WORDS ("", "", "", "一楼", "东侧", "正对面", "二楼", "院内", "南门旁");
static const Words surnames = WORDS ("王", "李", "张", "刘", "陈", "杨", "赵", "周", "吴", "徐");
static const Words titles = WORDS ("主任", "站长", "经理", "师傅");
static const Words notes = WORDS ("", "", "", "", "", "", "冬季延长一小时", "钥匙在值班室", "饮水机检修中", "节假日请先电话联系");
/* clang-format on */

static const char *
pick (National *self, const Words *words)
{
  return words->words[g_rand_int_range (self->rand, 0, words->n_words)];
}

static gboolean
chance (National *self, double share)
{
  return g_rand_double (self->rand) < share;
}

/* Normal distribution, by Box and Muller. */
static double
bell (National *self)
{
  double u = 1 - g_rand_double (self->rand);

  return sqrt (-2 * log (u)) * cos (2 * G_PI * g_rand_double (self->rand));
}

/* Sizes fall off as those of real cities do (Zipf): the first has some thirty times the stations of the hundredth. */
static void
found_cities (National *self)
{
  double sum = 0;

  for (guint i = 0; i < N_CITIES; i++)
    {
      City *city = &self->cities[i];
      double size = pow (i + 1, -0.75);

      sum += size;
      city->weight = sum;
      city->name = g_strconcat (syllables.words[i % syllables.n_words],
                                endings.words[(i % syllables.n_words + i / syllables.n_words) % endings.n_words], NULL);
      city->centre.lon = g_rand_double_range (self->rand, 99, 122);
      city->centre.lat = g_rand_double_range (self->rand, 23, 43);
      city->radius = 3000 + 22000 * sqrt (size);
      city->area_code = 310 + i;
    }
  for (guint i = 0; i < N_CITIES; i++)
    self->cities[i].weight /= sum;
}

static const City *
pick_city (National *self)
{
  double share = g_rand_double (self->rand);
  guint low = 0, high = N_CITIES - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->cities[middle].weight < share)
        low = middle + 1;
      else
        high = middle;
    }
  return &self->cities[low];
}

/* Half of the roads are those that every city has. */
static char *
make_road (National *self)
{
  if (chance (self, 0.5))
    return g_strconcat (pick (self, &road_words), pick (self, &road_kinds), NULL);
  return g_strconcat (pick (self, &syllables), pick (self, &endings), pick (self, &road_kinds), NULL);
}

/* "泰泉望湖路嘉宁药房工会驿站": city or not, road, host, word for a station; 15 characters on average. */
static char *
make_name (National *self, const City *city, const char *road, const char *host)
{
  return g_strconcat (chance (self, 0.3) ? city->name : "", road, pick (self, &syllables), pick (self, &syllables),
                      host, pick (self, &station_words), NULL);
}

static YzPosition
pick_position (National *self, const City *city)
{
  double metres_per_degree = YZ_EARTH_RADIUS * G_PI / 180;
  double degrees = city->radius / metres_per_degree;

  if (!chance (self, SPOT_SHARE) || self->last.lon == 0)
    {
      self->last.lon = city->centre.lon + bell (self) * degrees / cos (city->centre.lat * G_PI / 180);
      self->last.lat = city->centre.lat + bell (self) * degrees;
    }
  return self->last;
}

/* Phones in the forms seen; a fifth of the rows has several or none. */
static char *
make_phone (National *self, const City *city)
{
  guint number = g_rand_int_range (self->rand, 60000000, 89999999);
  double form = g_rand_double (self->rand);

  if (form < 0.12)
    return g_strdup ("");
  if (form < 0.40)
    return g_strdup_printf ("1%u****%04u", 30 + number % 60, number / 7 % 10000);
  if (form < 0.48)
    return g_strdup_printf ("0%u-%u;0%u-%u", city->area_code, number, city->area_code, number + 11);
  if (form < 0.52)
    return g_strdup_printf ("0%u-%u/%u", city->area_code, number, number + 3);
  if (form < 0.55)
    return g_strdup_printf ("0%u—%u", city->area_code, number);
  if (form < 0.58)
    return g_strdup_printf ("%s%s 0%u-%u转%u", pick (self, &surnames), pick (self, &titles), city->area_code, number,
                            8000 + number % 99);
  return g_strdup_printf ("0%u-%u", city->area_code, number);
}

static const char *
make_hours (National *self)
{
  double form = g_rand_double (self->rand);

  if (form < 0.30)
    return "";
  return pick (self, form < 0.55 ? &standard_hours : &chinese_hours);
}

static char *
make_services (National *self)
{
  GString *list = g_string_new (NULL);
  double equipped = 0.25 + 0.6 * g_rand_double (self->rand);

  for (guint i = 0; i < services.n_words; i++)
    {
      if (!chance (self, i < 4 ? 0.9 : equipped * 0.7))
        continue;
      if (list->len > 0)
        g_string_append (list, "、");
      g_string_append (list, services.words[i]);
    }
  return g_string_free (list, FALSE);
}

/* A cell as RFC 4180 has it: quoted where it must be. */
static void
write_cell (FILE *out, const char *text)
{
  if (strpbrk (text, ",\"\n") == NULL)
    {
      fputs (text, out);
      return;
    }
  fputc ('"', out);
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        fputc ('"', out);
      fputc (*c, out);
    }
  fputc ('"', out);
}

static void
write_row (FILE *out, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        fputc (',', out);
      write_cell (out, cells[i]);
    }
  fputs ("\r\n", out);
}

static void
write_position (National *self, const City *city, char *lon, char *lat, gsize size)
{
  YzPosition position = yz_datum_convert (pick_position (self, city), YZ_DATUM_WGS84, self->datum);

  lon[0] = lat[0] = '\0';
  if (chance (self, self->missing))
    return;
  g_ascii_formatd (lon, size, "%.6f", position.lon);
  g_ascii_formatd (lat, size, "%.6f", position.lat);
}

static void
write_station (National *self, FILE *out, guint number)
{
  const City *city = pick_city (self);
  g_autofree char *district =
    g_strconcat (pick (self, &syllables), pick (self, &endings), pick (self, &district_kinds), NULL);
  g_autofree char *road = make_road (self);
  const char *host = pick (self, &hosts);
  g_autofree char *name = make_name (self, city, road, host);
  g_autofree char *address = g_strdup_printf ("%s市%s%s%d号%s", city->name, district, road,
                                              g_rand_int_range (self->rand, 1, 900), pick (self, &turns));
  g_autofree char *contact = g_strconcat (pick (self, &surnames), pick (self, &titles), NULL);
  g_autofree char *phone = make_phone (self, city);
  g_autofree char *offered = make_services (self);
  g_autofree char *code = g_strdup_printf ("GH%03u%06u", city->area_code, number + 1);
  g_autofree char *area = g_strdup_printf ("%d", g_rand_int_range (self->rand, 8, 160));
  g_autofree char *seats = g_strdup_printf ("%d", g_rand_int_range (self->rand, 2, 40));
  g_autofree char *opened = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (self->rand, 2015, 2026),
                                             g_rand_int_range (self->rand, 1, 13),
                                             g_rand_int_range (self->rand, 1, 29));
  char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];

  write_position (self, city, lon, lat, sizeof lon);
  write_row (out,
             (const char *const[]){ code, name, address, district, make_hours (self), phone, lon, lat, offered, area,
                                    opened, pick (self, &states), pick (self, &kinds), host, seats, contact,
                                    pick (self, &notes) },
             17);
}

static gboolean
write_list (National *self, const char *path, guint n_rows)
{
  FILE *out = fopen (path, "wb");

  if (out == NULL)
    return FALSE;

  fputs ("编号,站点名称,地址,所属区县,开放时间,联系电话,经度,纬度,服务项目,面积,建站时间,状态,建设方式,共建单位,"
         "座位数,联系人,备注\r\n",
         out);
  for (guint i = 0; i < n_rows; i++)
    write_station (self, out, i);
  return fclose (out) == 0;
}

int
main (int argc, char *argv[])
{
  int rows = 200000, seed = 42;
  g_autofree char *datum = g_strdup ("GCJ-02");
  National self = { 0 };
  const GOptionEntry entries[] = {
    { "rows", 0, 0, G_OPTION_ARG_INT, &rows, "How many stations", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Another seed, another country", "S" },
    { "datum", 0, 0, G_OPTION_ARG_STRING, &datum, "Of the coordinates written: GCJ-02, WGS-84, BD-09", "D" },
    { "missing", 0, 0, G_OPTION_ARG_DOUBLE, &self.missing, "Share of rows without coordinates", "0-1" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("OUT.csv");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 || rows < 0 ||
      !yz_datum_from_name (datum, &self.datum))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "usage: national [OPTION…] OUT.csv; see --help");
      return 2;
    }

  self.rand = g_rand_new_with_seed (seed);
  found_cities (&self);
  if (!write_list (&self, argv[1], rows))
    {
      g_printerr ("cannot write %s\n", argv[1]);
      return 1;
    }

  g_rand_free (self.rand);
  for (guint i = 0; i < N_CITIES; i++)
    g_free (self.cities[i].name);
  return 0;
}
