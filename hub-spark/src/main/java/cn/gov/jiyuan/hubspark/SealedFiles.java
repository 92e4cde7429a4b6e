package cn.gov.jiyuan.hubspark;

import java.util.Base64;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.crypto.DecryptionPropertiesFactory;
import org.apache.parquet.crypto.EncryptionPropertiesFactory;
import org.apache.parquet.crypto.FileDecryptionProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.crypto.ParquetCipher;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Parquet files under the key of a run (加密的加工文件): footer and all columns by AES-GCM under one key, as DuckDB reads them. The
 * setting that holds the key bears a name that Spark blots out wherever it shows its settings.
 */
public final class SealedFiles implements EncryptionPropertiesFactory, DecryptionPropertiesFactory {
    private static final String KEY = "jiyuan.hub.secret.key";

    /** Lets all Parquet files of a session be written and read under a key of 32 bytes in base 64. */
    static void seal(SparkSession session, String key) {
        RuntimeConfig conf = session.conf();
        conf.set(EncryptionPropertiesFactory.CRYPTO_FACTORY_CLASS_PROPERTY_NAME, SealedFiles.class.getName());
        conf.set(KEY, key);
    }

    static FileEncryptionProperties encryption(String key) {
        return FileEncryptionProperties.builder(Base64.getDecoder().decode(key))
                .withAlgorithm(ParquetCipher.AES_GCM_V1)
                .build();
    }

    @Override
    public FileEncryptionProperties getFileEncryptionProperties(
            Configuration configuration, Path file, WriteSupport.WriteContext context) {
        return encryption(configuration.get(KEY));
    }

    @Override
    public FileDecryptionProperties getFileDecryptionProperties(Configuration configuration, Path file) {
        return FileDecryptionProperties.builder()
                .withFooterKey(Base64.getDecoder().decode(configuration.get(KEY)))
                .build();
    }
}
