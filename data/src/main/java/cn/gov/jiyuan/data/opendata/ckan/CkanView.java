package cn.gov.jiyuan.data.opendata.ckan;

import cn.gov.jiyuan.data.opendata.release.Licence;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Theme;
import cn.gov.jiyuan.data.opendata.release.Version;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Datasets, units, themes and licences in the shapes of CKAN. */
final class CkanView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");
    private final String site;

    CkanView(String site) {
        this.site = site;
    }

    /** @param version null for a draft */
    Map<String, @Nullable Object> dataset(OpenDataset dataset, @Nullable Version version) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", dataset.id().toString());
        view.put("name", dataset.identifier());
        view.put("title", dataset.title());
        view.put("notes", dataset.description());
        view.put("type", "dataset");
        view.put("state", dataset.offered() ? "active" : dataset.gone() ? "deleted" : "draft");
        view.put("private", !dataset.offered());
        view.put("author", dataset.unitName());
        view.put("author_email", null);
        view.put("maintainer", dataset.unitName());
        view.put("maintainer_email", null);
        view.put("license_id", dataset.licence().id());
        view.put("license_title", dataset.licence().title());
        view.put("license_url", site + "/open/licences/" + dataset.licence().id());
        view.put("isopen", !dataset.isConditional());
        view.put("url", site + "/open/datasets/" + dataset.identifier());
        view.put("version", String.valueOf(dataset.version()));
        view.put("metadata_created", time(dataset.issued()));
        view.put("metadata_modified", time(dataset.modified()));
        view.put("owner_org", id("unit:" + dataset.unitCode()));
        view.put("organization", organization(dataset.unitCode(), dataset.unitName(), 0));
        view.put("groups", List.of(group(dataset.theme(), 0)));
        view.put("tags", dataset.keywords().stream().map(CkanView::tag).toList());
        view.put("num_tags", dataset.keywords().size());
        List<Map<String, @Nullable Object>> resources = resources(dataset, version);
        view.put("resources", resources);
        view.put("num_resources", resources.size());
        view.put("extras", extras(dataset));
        view.put("relationships_as_subject", List.of());
        view.put("relationships_as_object", List.of());
        return view;
    }

    private static List<Map<String, String>> extras(OpenDataset dataset) {
        List<Map<String, String>> extras = new ArrayList<>();
        extras.add(Map.of("key", "access_rights", "value", dataset.openType().name()));
        extras.add(Map.of("key", "frequency", "value", dataset.cycle().name()));
        extras.add(Map.of("key", "resource_code", "value", dataset.resourceCode()));
        extras.add(Map.of("key", "spatial", "value", "419001"));
        if (dataset.temporalFrom() != null) {
            extras.add(Map.of(
                    "key", "temporal_start", "value", dataset.temporalFrom().toString()));
        }
        return extras;
    }

    List<Map<String, @Nullable Object>> resources(OpenDataset dataset, @Nullable Version version) {
        List<Map<String, @Nullable Object>> resources = new ArrayList<>();
        if (version != null) {
            for (Version.Distribution file : version.files()) {
                resources.add(resource(dataset, version, file, resources.size()));
            }
        }
        return resources;
    }

    Map<String, @Nullable Object> resource(
            OpenDataset dataset, Version version, Version.Distribution file, int position) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", file.id().toString());
        view.put("package_id", dataset.id().toString());
        view.put("name", dataset.title() + "（" + file.format() + "）");
        view.put("description", file.format().label());
        view.put("format", file.format().name());
        view.put("mimetype", file.format().mediaType());
        view.put("size", file.bytes());
        view.put("hash", "sm3:" + file.sm3());
        view.put(
                "url",
                site + "/open/datasets/" + dataset.identifier() + "/versions/" + version.number() + "/"
                        + file.format().extension());
        view.put("url_type", "upload");
        view.put("resource_type", "file");
        view.put("state", "active");
        view.put("position", position);
        view.put("datastore_active", true);
        view.put("created", time(version.released()));
        view.put("last_modified", time(version.released()));
        view.put("metadata_modified", time(version.released()));
        return view;
    }

    Map<String, @Nullable Object> organization(String code, String name, long count) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", id("unit:" + code));
        view.put("name", code);
        view.put("title", name);
        view.put("display_name", name);
        view.put("description", "");
        view.put("image_url", "");
        view.put("image_display_url", "");
        view.put("type", "organization");
        view.put("is_organization", true);
        view.put("approval_status", "approved");
        view.put("state", "active");
        view.put("created", null);
        view.put("package_count", count);
        return view;
    }

    Map<String, @Nullable Object> group(Theme theme, long count) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", id("theme:" + theme));
        view.put("name", name(theme));
        view.put("title", theme.label());
        view.put("display_name", theme.label());
        view.put("description", "");
        view.put("image_display_url", "");
        view.put("type", "group");
        view.put("is_organization", false);
        view.put("state", "active");
        view.put("package_count", count);
        return view;
    }

    static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, @Nullable Object> tag(String word) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", id("tag:" + word));
        view.put("name", word);
        view.put("display_name", word);
        view.put("state", "active");
        view.put("vocabulary_id", null);
        return view;
    }

    Map<String, @Nullable Object> licence(Licence licence) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", licence.id());
        view.put("title", licence.title());
        view.put("url", site + "/open/licences/" + licence.id());
        view.put("status", "active");
        view.put("family", "");
        view.put("maintainer", "");
        view.put("is_okd_compliant", false);
        view.put("is_osi_compliant", false);
        view.put("is_generic", false);
        view.put("domain_content", false);
        view.put("domain_data", true);
        view.put("domain_software", false);
        view.put("od_conformance", licence == Licence.OPEN ? "approved" : "rejected");
        view.put("osd_conformance", "not reviewed");
        return view;
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /** CKAN's times are UTC and do not say so. */
    static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
