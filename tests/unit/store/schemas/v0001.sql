-- A workspace of schema version 1, without the search index, which is made anew.
PRAGMA application_id = 1501194350;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('collator','153.120.42.0');
CREATE TABLE action (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  mode INTEGER NOT NULL,                 -- 0 do, 1 undo, 2 redo
  target INTEGER REFERENCES action,      -- of undo and redo
  label TEXT NOT NULL,
  subject TEXT,
  who TEXT,
  at INTEGER NOT NULL,                   -- milliseconds since 1970-01-01T00:00Z
  first_change INTEGER NOT NULL DEFAULT 0,
  n_changes INTEGER NOT NULL DEFAULT 0,
  undone INTEGER NOT NULL DEFAULT 0,     -- whether it is taken back at present
  settled INTEGER NOT NULL DEFAULT 0     -- whether it can no longer be undone or redone
) STRICT;
INSERT INTO "action" VALUES(1,'01a1fb8d-f20b-7000-8ea9-6ac0697e2224',0,NULL,'New workspace',NULL,NULL,1795221746187,1,22,0,1);
INSERT INTO "action" VALUES(2,'01a1fb8d-f21a-7000-ade1-dbcd67d394dc',0,NULL,'Add','塘厦驿站','root',1795221746202,23,1,0,0);
INSERT INTO "action" VALUES(3,'01a1fb8d-f350-7000-a4ba-0942511e40e1',0,NULL,'Edit','塘厦驿站','root',1795221746512,24,1,0,0);
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES action,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,               -- row of the kind's table
  verb INTEGER NOT NULL,                 -- YzVerb
  fields TEXT                            -- {"name": [before, after], ...}
) STRICT;
INSERT INTO change VALUES(1,1,'service',1,0,NULL);
INSERT INTO change VALUES(2,1,'service',2,0,NULL);
INSERT INTO change VALUES(3,1,'service',3,0,NULL);
INSERT INTO change VALUES(4,1,'service',4,0,NULL);
INSERT INTO change VALUES(5,1,'service',5,0,NULL);
INSERT INTO change VALUES(6,1,'service',6,0,NULL);
INSERT INTO change VALUES(7,1,'service',7,0,NULL);
INSERT INTO change VALUES(8,1,'service',8,0,NULL);
INSERT INTO change VALUES(9,1,'service',9,0,NULL);
INSERT INTO change VALUES(10,1,'service',10,0,NULL);
INSERT INTO change VALUES(11,1,'service',11,0,NULL);
INSERT INTO change VALUES(12,1,'service',12,0,NULL);
INSERT INTO change VALUES(13,1,'service',13,0,NULL);
INSERT INTO change VALUES(14,1,'service',14,0,NULL);
INSERT INTO change VALUES(15,1,'service',15,0,NULL);
INSERT INTO change VALUES(16,1,'service',16,0,NULL);
INSERT INTO change VALUES(17,1,'service',17,0,NULL);
INSERT INTO change VALUES(18,1,'service',18,0,NULL);
INSERT INTO change VALUES(19,1,'service',19,0,NULL);
INSERT INTO change VALUES(20,1,'service',20,0,NULL);
INSERT INTO change VALUES(21,1,'service',21,0,NULL);
INSERT INTO change VALUES(22,1,'service',22,0,NULL);
INSERT INTO change VALUES(23,2,'station',1,0,NULL);
INSERT INTO change VALUES(24,3,'station',1,1,'{"seats":[12,20]}');
CREATE TABLE org (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, gone INTEGER NOT NULL DEFAULT 0, gone_at INTEGER, created INTEGER NOT NULL, changed INTEGER NOT NULL, ck INTEGER NOT NULL, title_key BLOB, name TEXT, code TEXT, level TEXT, parent TEXT, short_name TEXT, note TEXT) STRICT;
CREATE TABLE service (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, gone INTEGER NOT NULL DEFAULT 0, gone_at INTEGER, created INTEGER NOT NULL, changed INTEGER NOT NULL, ck INTEGER NOT NULL, title_key BLOB, code TEXT, name TEXT, short_name TEXT, icon TEXT, words TEXT, standard INTEGER, position INTEGER) STRICT;
INSERT INTO service VALUES(1,'01a1fb8d-f20b-7001-ae18-7dba9bab4bde',0,NULL,1,1,-4348921561015148354,X'9e4654b0930557d200','policy','政策宣传','政策','yz-service-policy-symbolic','["政策咨询","政策解读","宣传资料"]',1,1);
INSERT INTO service VALUES(2,'01a1fb8d-f20b-7002-86d4-3821e0bce1f7',0,NULL,1,1,3070675635325207482,X'92588ec000','rest','休息','休息','yz-service-rest-symbolic','["沙发","桌椅","按摩椅","歇脚","休息区","休憩","午休","座椅"]',1,2);
INSERT INTO service VALUES(3,'01a1fb8d-f20b-7003-aa82-6de8d9dd5479',0,NULL,1,1,7375595128318269755,X'9805870d00','water','饮水','饮水','yz-service-water-symbolic','["饮水机","直饮水机","直饮水","热水壶","茶水","热水","热水供应","凉水供应","饮用水","开水","喝水"]',1,3);
INSERT INTO service VALUES(4,'01a1fb8d-f20b-7004-ba01-82882c69caf8',0,NULL,1,1,8720779509213898154,X'82745e7800','meal','热饭','热饭','yz-service-meal-symbolic','["微波炉","食物加热","餐食加热","加热饭菜","热饭菜","用餐","用餐区域"]',1,4);
INSERT INTO service VALUES(5,'01a1fb8d-f20b-7005-a8fb-1c7be9c5096c',0,NULL,1,1,-3822305032126897449,X'830d54a19eb4980300','toilet','如厕指引','厕所','yz-service-toilet-symbolic','["卫生间","公厕","如厕","厕所","洗手间"]',1,5);
INSERT INTO service VALUES(6,'01a1fb8d-f20c-7000-9742-be6b7fbce4ea',0,NULL,1,1,-4262647311076337782,X'865d6803570b5b6500','charging','手机充电','充电','yz-service-charging-symbolic','["充电","手机充电站","多功能充电","充电宝","换电柜","充电器","电源插座","充电设施"]',1,6);
INSERT INTO service VALUES(7,'01a1fb8d-f20c-7001-9bd7-ae6ef8c44af5',0,NULL,1,1,3068981187325685110,X'536090b100','fridge','冰箱','冰箱','yz-service-fridge-symbolic','["冰柜","冷藏","冷饮"]',1,7);
INSERT INTO service VALUES(8,'01a1fb8d-f20c-7002-88e6-412578efa5d0',0,NULL,1,1,-1420900523475059777,X'72495e1400','haircut','理发','理发','yz-service-haircut-symbolic','["免费理发","义剪"]',1,8);
INSERT INTO service VALUES(9,'01a1fb8d-f20c-7003-a41c-c7d8ce4281bc',0,NULL,1,1,-2708406095379757162,X'9830687195ca7d9300','medicine','应急药品','药品','yz-service-medicine-symbolic','["应急药箱","医药箱","医疗箱","常用药品","急救箱","药箱","急救包","防暑药品","AED"]',1,9);
INSERT INTO service VALUES(10,'01a1fb8d-f20c-7004-a590-18c97bdf9187',0,NULL,1,1,5802631451049269657,X'913d8cfa925a61ca6d4200','tools','小维修工具','工具','yz-service-tools-symbolic','["工具箱","五金工具","打气筒","车辆救援维修工具","维修工具","充气泵"]',1,10);
INSERT INTO service VALUES(11,'01a1fb8d-f20c-7005-a20e-44dd06419e6b',0,NULL,1,1,2900097669283774548,X'9dae906e515300','sewing','针线包','针线','yz-service-sewing-symbolic','["针线","针线盒"]',1,11);
INSERT INTO service VALUES(12,'01a1fb8d-f20c-7006-a55c-716ea0d15171',0,NULL,1,1,2510764397428619123,X'99e46d4200','rain','雨具','雨具','yz-service-rain-symbolic','["雨伞","雨衣","应急雨具","爱心雨伞"]',1,12);
INSERT INTO service VALUES(13,'01a1fb8d-f20c-7007-8967-4cc746e3c168',0,NULL,1,1,-5338131507705290363,X'963a6a2a8330674400','membership','一键入会','入会','yz-service-membership-symbolic','["扫码入会","入会","入会服务","工会入会"]',1,13);
INSERT INTO service VALUES(14,'01a1fb8d-f20c-7008-a33a-d3ce15439ae3',0,NULL,1,1,-1281483660242960077,X'500491d665e2908500','mutual_aid','爱心互献','互献','yz-service-mutual_aid-symbolic','["工会爱心互献","爱心捐赠","互助"]',1,14);
INSERT INTO service VALUES(15,'01a1fb8d-f20c-7009-886f-005e571ff3d0',0,NULL,1,1,4485590465828880085,X'5e2f76069abfa01b9eb4980300','legal_aid','法律援助指引','法援','yz-service-legal_aid-symbolic','["法律援助","法援自助一体机","法律咨询","法律服务","法援"]',1,15);
INSERT INTO service VALUES(16,'01a1fb8d-f20c-700a-87cb-b289942d8c62',0,NULL,1,1,4713594225275668179,X'171b913d85cf6e575eae00','open_24h','24小时开放','24时','yz-service-open_24h-symbolic','["24小时","全天开放","24小时自助"]',0,16);
INSERT INTO service VALUES(17,'01a1fb8d-f20c-700b-ad7d-d8f512135dda',0,NULL,1,1,-888746614575932292,X'9f037a76636100','cabinet','智能柜','智能柜','yz-service-cabinet-symbolic','["储物柜","食物柜","智能储物柜","自助柜"]',0,17);
INSERT INTO service VALUES(18,'01a1fb8d-f20c-700c-b48c-4b6b127f3a07',0,NULL,1,1,5331757466731462757,X'6a136ea169d454a400','health_check','健康检测','体检','yz-service-health_check-symbolic','["血压仪","电子血压仪","义诊","血压计","健康监测","体重秤"]',0,18);
INSERT INTO service VALUES(19,'01a1fb8d-f20c-700d-a7ff-998d7e1baceb',0,NULL,1,1,4195036992284562203,X'8b5e867400','books','图书','图书','yz-service-books-symbolic','["报刊","职工书屋","书籍","阅读","图书角","书报"]',0,19);
INSERT INTO service VALUES(20,'01a1fb8d-f20c-700e-a914-62c24b838243',0,NULL,1,1,-1356542464845011235,X'79a89838861900','nursing','母婴室','母婴','yz-service-nursing-symbolic','["妈妈小屋","爱心妈妈小屋","哺乳室","母婴"]',0,20);
INSERT INTO service VALUES(21,'01a1fb8d-f20c-700f-897f-5c1dafd160f8',0,NULL,1,1,4528720063971179239,X'8e2f906e8cae769200','wifi','无线网络','Wi-Fi','yz-service-wifi-symbolic','["wifi","wi-fi","免费wi-fi","免费wifi","无线网","网络"]',0,21);
INSERT INTO service VALUES(22,'01a1fb8d-f20c-7010-90bd-073f8de7cbcd',0,NULL,1,1,8302218330965656112,X'6f315b9e00','cooling','空调','空调','yz-service-cooling-symbolic','["冷氣","冷气","风扇","電風扇","取暖器","纳凉","避暑取暖","冷暖空调","暖气","取暖"]',0,22);
CREATE TABLE person (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, gone INTEGER NOT NULL DEFAULT 0, gone_at INTEGER, created INTEGER NOT NULL, changed INTEGER NOT NULL, ck INTEGER NOT NULL, title_key BLOB, name TEXT, role TEXT, station TEXT, org TEXT, phones TEXT, note TEXT) STRICT;
CREATE TABLE station (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, gone INTEGER NOT NULL DEFAULT 0, gone_at INTEGER, created INTEGER NOT NULL, changed INTEGER NOT NULL, ck INTEGER NOT NULL, title_key BLOB, name TEXT, code TEXT, kind TEXT, facility TEXT, state TEXT, state_reason TEXT, state_until TEXT, merged_into TEXT, org TEXT, district TEXT, street TEXT, address TEXT, lon REAL, lat REAL, datum TEXT, accuracy REAL, hours TEXT, hours_text TEXT, hours_checked TEXT, access TEXT, access_note TEXT, phones TEXT, contact TEXT, host_unit TEXT, area REAL, seats INTEGER, opened TEXT, key_area INTEGER, smart INTEGER, services TEXT, aliases TEXT, note TEXT) STRICT;
INSERT INTO station VALUES(1,'01a1fb8d-f212-7000-ab2c-c5f27d877499',0,NULL,2,3,-1909381963847603530,X'896b843197069cff00','塘厦驿站','DG-001',NULL,'station','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,20,NULL,NULL,NULL,'{"water":{"state":"offered"}}',NULL,NULL);
CREATE TABLE attachment (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, gone INTEGER NOT NULL DEFAULT 0, gone_at INTEGER, created INTEGER NOT NULL, changed INTEGER NOT NULL, ck INTEGER NOT NULL, title_key BLOB, name TEXT, station TEXT, content_type TEXT, sha256 TEXT, size INTEGER, taken TEXT, note TEXT) STRICT;
CREATE INDEX action_target ON action (target) WHERE target IS NOT NULL;
CREATE INDEX change_record ON change (record, kind);
CREATE INDEX org_title ON org (title_key);
CREATE TRIGGER org_guard_insert BEFORE INSERT ON org WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER org_guard_update BEFORE UPDATE ON org WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER org_guard_delete BEFORE DELETE ON org BEGIN SELECT RAISE (ABORT, 'a record is never deleted, only put in the trash'); END;
CREATE INDEX org_code ON org (code) WHERE code IS NOT NULL;
CREATE INDEX org_level ON org (level) WHERE level IS NOT NULL;
CREATE INDEX org_parent ON org (parent) WHERE parent IS NOT NULL;
CREATE INDEX service_title ON service (title_key);
CREATE TRIGGER service_guard_insert BEFORE INSERT ON service WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER service_guard_update BEFORE UPDATE ON service WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER service_guard_delete BEFORE DELETE ON service BEGIN SELECT RAISE (ABORT, 'a record is never deleted, only put in the trash'); END;
CREATE INDEX service_code ON service (code) WHERE code IS NOT NULL;
CREATE INDEX person_title ON person (title_key);
CREATE TRIGGER person_guard_insert BEFORE INSERT ON person WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER person_guard_update BEFORE UPDATE ON person WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER person_guard_delete BEFORE DELETE ON person BEGIN SELECT RAISE (ABORT, 'a record is never deleted, only put in the trash'); END;
CREATE INDEX person_role ON person (role) WHERE role IS NOT NULL;
CREATE INDEX person_station ON person (station) WHERE station IS NOT NULL;
CREATE INDEX person_org ON person (org) WHERE org IS NOT NULL;
CREATE INDEX station_title ON station (title_key);
CREATE TRIGGER station_guard_insert BEFORE INSERT ON station WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER station_guard_update BEFORE UPDATE ON station WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER station_guard_delete BEFORE DELETE ON station BEGIN SELECT RAISE (ABORT, 'a record is never deleted, only put in the trash'); END;
CREATE INDEX station_code ON station (code) WHERE code IS NOT NULL;
CREATE INDEX station_kind ON station (kind) WHERE kind IS NOT NULL;
CREATE INDEX station_facility ON station (facility) WHERE facility IS NOT NULL;
CREATE INDEX station_state ON station (state) WHERE state IS NOT NULL;
CREATE INDEX station_merged_into ON station (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX station_org ON station (org) WHERE org IS NOT NULL;
CREATE INDEX station_district ON station (district) WHERE district IS NOT NULL;
CREATE INDEX station_street ON station (street) WHERE street IS NOT NULL;
CREATE INDEX station_hours ON station (hours) WHERE hours IS NOT NULL;
CREATE INDEX station_place ON station (lon, lat) WHERE lon IS NOT NULL;
CREATE INDEX attachment_title ON attachment (title_key);
CREATE TRIGGER attachment_guard_insert BEFORE INSERT ON attachment WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER attachment_guard_update BEFORE UPDATE ON attachment WHEN yz_action () IS NULL BEGIN SELECT RAISE (ABORT, 'a record can only be written by an action'); END;
CREATE TRIGGER attachment_guard_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE (ABORT, 'a record is never deleted, only put in the trash'); END;
CREATE INDEX attachment_station ON attachment (station) WHERE station IS NOT NULL;
CREATE INDEX attachment_sha256 ON attachment (sha256) WHERE sha256 IS NOT NULL;
COMMIT;
