/*
 * A station (驿站) or another place that a union runs for workers: the register's main kind.
 *
 * The services are those of the service catalogue, by code. The district is kept as the list wrote it, because
 * development zones (高新区) are districts in practice though the statutory code knows none; the organisation
 * is what rights and reports go by.
 */
#include "config.h"

#include "yz-kinds.h"

#include "yz-station-state.h"

#include <glib/gi18n-lib.h>

static const YzChoice kinds[] = {
  { "self_built", N_ ("Self-built"), "自建|工会自建|self-built" },
  { "co_built", N_ ("Co-built"), "共建|社会助建|政府兴建|集成共建|co-built" },
  { "container", N_ ("Container"), "集装箱|集装箱式|箱式" },
  { "mobile", N_ ("Mobile"), "移动|移动式|流动|流动驿站" },
  { NULL },
};

static const YzChoice facilities[] = {
  { "station", N_ ("Service station"),
    "驿站|工会驿站|户外劳动者服务站点|爱心驿站|工会爱心驿站|爱心接力站|暖心驿站|劳动者港湾|户外职工驿站|站点" },
  { "workers_home", N_ ("Workers’ home"), "职工之家|司机之家|会员之家" },
  { "nursing_room", N_ ("Nursing room"), "母婴室|妈妈小屋|爱心妈妈小屋|哺乳室|爱心哺乳休息室" },
  { "legal_aid", N_ ("Legal-aid station"), "法律服务工作站|法律援助站|法律援助工作站" },
  { "recuperation", N_ ("Recuperation base"), "疗休养基地|疗养院" },
  { "other", N_ ("Other facility"), "其他|其它" },
  { NULL },
};

static const YzChoice states[] = {
  { "planned", N_ ("Planned"), "规划|规划中|在建|筹建|拟建|待建" },
  { "open", N_ ("In service"), "开放|正常|正常开放|营业|营业中|运行|在用|启用|已审核|试运行" },
  { "paused", N_ ("Paused"), "暂停|暂停开放|暂停服务|停业|停用|歇业|装修|关停整修" },
  { "rectifying", N_ ("Rectifying"), "整改|整改中|限期整改" },
  { "merged", N_ ("Merged"), "合并|已合并|整合" },
  { "closed", N_ ("Closed for good"), "撤站|已撤站|撤销|已撤销|关闭|已关闭|永久关闭|摘牌|拆除" },
  { NULL },
};

static const YzChoice access_ways[] = {
  { "door", N_ ("Walk in"), "直接进入|推门进入|无门禁|开放" },
  { "app", N_ ("Door opens by app or code"), "扫码|扫码开门|小程序|门禁|刷脸|刷卡" },
  { "key_holder", N_ ("Ask the key holder"), "联系管理员|找保管人|钥匙" },
  { NULL },
};

static const YzChoice datums[] = {
  { "wgs84", "WGS-84", "gps|epsg:4326" },
  { "gcj02", "GCJ-02", "高德|腾讯|火星坐标|gcj" },
  { "bd09", "BD-09", "百度|bd09ll" },
  { "bd09mc", "BD-09MC", "百度米制|百度墨卡托" },
  { NULL },
};

static const YzChoice service_states[] = {
  { "offered", N_ ("offered"), "有|提供|是|√|y|yes|true" },
  { "paused", N_ ("paused"), "暂停|停用|故障|维修" },
  { "planned", N_ ("planned"), "计划|拟增|筹备" },
  { "impossible", N_ ("not possible"), "不具备|无条件|不可" },
  { NULL },
};

/* Whose hours hold on a shifted workday (调休上班); without one the station does not follow the official calendar. */
static const YzChoice workday_hours[] = {
  { "mo", N_ ("Hours of Monday"), "周一|星期一|礼拜一|按周一|同周一|monday|mon" },
  { "tu", N_ ("Hours of Tuesday"), "周二|星期二|礼拜二|按周二|同周二|tuesday|tue" },
  { "we", N_ ("Hours of Wednesday"), "周三|星期三|礼拜三|按周三|同周三|wednesday|wed" },
  { "th", N_ ("Hours of Thursday"), "周四|星期四|礼拜四|按周四|同周四|thursday|thu" },
  { "fr", N_ ("Hours of Friday"), "周五|星期五|礼拜五|按周五|同周五|friday|fri" },
  { NULL },
};

static const YzField fields[] = {
  { "name", YZ_FIELD_TEXT, N_ ("Name"), YZ_FIELD_REQUIRED | YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC,
    .synonyms = "站点名称|驿站名称|名称|采样点名称|采样地点|馆名|酒店名称|医院名称|户外职工驿站名称|工会驿站名称|站名|"
                "服务站点名称|name|title|station|station name" },
  { "code", YZ_FIELD_TEXT, N_ ("Code"), YZ_FIELD_SEARCHED | YZ_FIELD_INDEXED | YZ_FIELD_LISTED,
    .synonyms = "编号|站点编号|驿站编号|编码|站点编码|代码|code|station code|no" },
  { "kind", YZ_FIELD_CHOICE, N_ ("Built by"), YZ_FIELD_LISTED, .choices = kinds,
    .synonyms = "建设类型|建设方式|建设性质|建站方式|站点性质|建设主体|kind|type" },
  { "facility", YZ_FIELD_CHOICE, N_ ("Facility"), YZ_FIELD_LISTED, .choices = facilities, .initial = "station",
    .synonyms = "设施类型|站点类型|类型|类别|facility" },
  { "state", YZ_FIELD_CHOICE, N_ ("State"), YZ_FIELD_REQUIRED | YZ_FIELD_LISTED, .choices = states, .initial = "open",
    .group = "state", .synonyms = "状态|营业状态|运行状态|站点状态|开放状态|state|status" },
  { "state_reason", YZ_FIELD_TEXT, N_ ("Reason of the state"), .group = "state",
    .synonyms = "状态原因|原因|停用原因|暂停原因|reason" },
  { "state_until", YZ_FIELD_DATE, N_ ("State until"), YZ_FIELD_LISTED, .group = "state",
    .synonyms = "整改期限|预计恢复|恢复时间|恢复日期|state until" },
  { "merged_into", YZ_FIELD_REF, N_ ("Merged into"), YZ_FIELD_INTERNAL, .ref_kind = "station", .group = "state" },
  { "org", YZ_FIELD_REF, N_ ("Organisation"), YZ_FIELD_INDEXED, .ref_kind = "org",
    .synonyms = "所属工会|所属单位|主管单位|主管工会|管理单位|org|organisation|organization" },
  { "district", YZ_FIELD_TEXT, N_ ("District"), YZ_FIELD_SEARCHED | YZ_FIELD_LISTED,
    .synonyms = "所属区县|区县|县区|区|所属区|县(市、区)|县市区|市-区|酒店辖区|行政区|行政區|地区|district|area" },
  { "street", YZ_FIELD_TEXT, N_ ("Street or town"), YZ_FIELD_SEARCHED | YZ_FIELD_LISTED,
    .synonyms = "街道|镇街|所属镇办|街道或乡镇|乡镇|所属街道|乡镇街道|镇(街道)|town" },
  { "address", YZ_FIELD_TEXT, N_ ("Address"), YZ_FIELD_SEARCHED, .group = "position",
    .synonyms = "地址|具体地址|详细地址|酒店地址|医院地址|采样点位置|站点地址|驿站地址|位置|address|addr" },
  { "lon", YZ_FIELD_REAL, N_ ("Longitude"), .unit = "°", .group = "position", .minimum = -180, .maximum = 180,
    .synonyms = "经度|經度|东经|longitude|lng|lon|long|x" },
  { "lat", YZ_FIELD_REAL, N_ ("Latitude"), .unit = "°", .group = "position", .minimum = -90, .maximum = 90,
    .synonyms = "纬度|緯度|北纬|latitude|lat|y" },
  { "datum", YZ_FIELD_CHOICE, N_ ("Datum of the source"), .choices = datums, .group = "position",
    .synonyms = "坐标系|坐标系统|datum" },
  { "accuracy", YZ_FIELD_REAL, N_ ("Accuracy of the position"), .unit = "m", .group = "position", .minimum = 0,
    .maximum = 100000, .synonyms = "精度|定位精度|accuracy" },
  { "hours", YZ_FIELD_TEXT, N_ ("Opening hours"), YZ_FIELD_HOURS, .group = "hours",
    .synonyms = "opening_hours|opening hours|hours" },
  { "hours_text", YZ_FIELD_NOTE, N_ ("Opening hours as written"), .group = "hours",
    .synonyms = "开放时间|采集时间|采样时间|营业时间|服务时间|開放時間|开放时段|servicetime" },
  { "workday_hours", YZ_FIELD_CHOICE, N_ ("On shifted workdays"), .group = "hours", .choices = workday_hours,
    .synonyms = "调休上班日|调休上班|调休日|调休|补班日|调休上班日时间|shifted workdays|workday hours" },
  { "hours_checked", YZ_FIELD_DATE, N_ ("Hours last checked"), YZ_FIELD_LISTED, .group = "hours",
    .synonyms = "时间核实日期|核实日期|核实时间|checked" },
  { "access", YZ_FIELD_CHOICE, N_ ("Way in"), YZ_FIELD_LISTED, .choices = access_ways, .group = "access",
    .synonyms = "进入方式|access" },
  { "access_note", YZ_FIELD_NOTE, N_ ("How to get in"), .group = "access",
    .synonyms = "进门方式|进站方式|进门说明|怎么进|how to get in|access note" },
  { "phones", YZ_FIELD_LIST, N_ ("Telephone"), YZ_FIELD_SEARCHED, .group = "contact", .merge = YZ_MERGE_ELEMENTS,
    .synonyms =
      "联系电话|电话|联系方式|手机号码|手机|电话号码|咨询电话|服务电话|市話|phone|phones|tel|telephone|mobile" },
  { "contact", YZ_FIELD_TEXT, N_ ("Contact person"), YZ_FIELD_PERSONAL, .group = "contact",
    .synonyms = "联系人|负责人|站长|管理员|manager|contact" },
  { "host_unit", YZ_FIELD_TEXT, N_ ("Host unit"), YZ_FIELD_SEARCHED,
    .synonyms = "共建单位|依托单位|建设单位|承建单位|挂靠单位|host|host unit" },
  { "area", YZ_FIELD_REAL, N_ ("Floor area"), YZ_FIELD_LISTED, .unit = "m²", .minimum = 0, .maximum = 100000,
    .synonyms = "面积|使用面积|建筑面积|站点面积|area m2" },
  { "seats", YZ_FIELD_INTEGER, N_ ("Seats"), YZ_FIELD_LISTED, .minimum = 0, .maximum = 100000,
    .synonyms = "座位|座位数|座席|容纳人数|可接待人数|酒店可接待人数|seats|capacity" },
  { "opened", YZ_FIELD_DATE, N_ ("Opened on"), YZ_FIELD_LISTED,
    .synonyms = "建站时间|建成时间|启用时间|建成日期|成立时间|启用日期|开站时间|opened|opening date" },
  { "key_area", YZ_FIELD_BOOLEAN, N_ ("In a key area"), YZ_FIELD_LISTED,
    .synonyms = "重点区域|是否重点区域|重点区域驿站|key area" },
  { "smart", YZ_FIELD_BOOLEAN, N_ ("Smart station"), YZ_FIELD_LISTED,
    .synonyms = "智能站|智能驿站|是否智能|智能化|smart" },
  { "audiences", YZ_FIELD_LIST, N_ ("For whom"), YZ_FIELD_SEARCHED, .merge = YZ_MERGE_ELEMENTS,
    .synonyms = "服务对象|服务人群|面向对象|面向人群|适用人群|for whom|audience|audiences" },
  { "services", YZ_FIELD_MAP, N_ ("Services"), .choices = service_states, .ref_kind = "service",
    .merge = YZ_MERGE_ELEMENTS,
    .synonyms =
      "服务|服务项目|服务内容|服务功能|设施设备|配套设施|服务设施|设施|功能|servicecontent|facilities|services" },
  { "rating_page", YZ_FIELD_TEXT, N_ ("Page for ratings"),
    .synonyms = "评价网址|评价链接|评价页|评价页面|扫码评价|评价二维码|rating page|rating link" },
  { "aliases", YZ_FIELD_LIST, N_ ("Other names"), YZ_FIELD_SEARCHED | YZ_FIELD_PHONETIC, .merge = YZ_MERGE_ELEMENTS,
    .synonyms = "别名|曾用名|又名|简称|alias|aliases" },
  { "note", YZ_FIELD_NOTE, N_ ("Note"), .synonyms = "备注|说明|其他说明|note|notes|remark|remarks" },
};

static gboolean
check_position (YzRecord *station, GError **error)
{
  if ((yz_record_get (station, "lon") != NULL) == (yz_record_get (station, "lat") != NULL))
    return TRUE;

  g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("A position needs longitude and latitude"));
  return FALSE;
}

static gboolean
check_state (YzRecord *before, YzRecord *after, GError **error)
{
  const char *to = yz_record_get_text (after, "state");

  if (g_strcmp0 (to, "merged") == 0 && yz_record_get (after, "merged_into") == NULL)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_TRANSITION,
                           _ ("Merging needs the station that it is merged into"));
      return FALSE;
    }
  return before == NULL || yz_station_state_check (yz_record_get_text (before, "state"), to, error);
}

/* What is printed as a code is opened by the telephone of whoever scans it. */
static gboolean
check_rating_page (YzRecord *station, GError **error)
{
  const char *page = yz_record_get_text (station, "rating_page");
  g_autoptr (GUri) uri = page != NULL ? g_uri_parse (page, G_URI_FLAGS_ENCODED, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL, *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (page == NULL ||
      ((g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0) && host != NULL && *host != '\0'))
    return TRUE;
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
               _ ("“%s” is no address of a page: it begins with https://"), page);
  return FALSE;
}

static gboolean
check_station (YzRecord *before, YzRecord *after, GError **error)
{
  return check_position (after, error) && check_rating_page (after, error) && check_state (before, after, error);
}

/* clang-format off */
YZ_DEFINE_KIND (YzStation, yz_station, fields,
                .name = "station",
                .title = N_ ("Station"),
                .title_plural = N_ ("Stations"),
                .title_field = "name",
                .has_own_place = TRUE,
                .check = check_station)
/* clang-format on */
